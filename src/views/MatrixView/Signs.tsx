import type { MatrixFlow } from '../../layout/index.ts';

const WRITTEN = { times: '×', softmax: 'softmax' } as const;

/** Between two factors their ×, and from A to Â the softmax; the formula over each matrix says them in words. */
export function Signs({ flow }: { readonly flow: MatrixFlow }) {
  return flow.signs.map(({ sign, upright, x, y }) => (
    <span
      key={`${x} ${y}`}
      className="mv-sign"
      data-sign={sign}
      data-upright={upright || undefined}
      style={{ left: x, top: y }}
      aria-hidden="true"
    >
      {WRITTEN[sign]}
      {sign === 'softmax' && !upright && ' →'}
    </span>
  ));
}
