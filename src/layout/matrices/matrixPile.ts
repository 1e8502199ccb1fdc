import type { MatrixName } from './matrices.ts';
import {
  flowSizes,
  type MatrixFlow,
  type MatrixFlowInput,
  type MatrixPlace,
  WORD_AIR_PX,
  type WordsPlace,
} from './matrixPlace.ts';

/** A matrix, and the map it comes from. */
const PILE: readonly (readonly [MatrixName, MatrixName | null])[] = [
  ['I', null],
  ['Q', 'Wq'],
  ['K', 'Wk'],
  ['V', 'Wv'],
  ['A', null],
  ['Ahat', null],
  ['O', null],
];
const MAP_SHARE = 0.26;

const isCells = (name: MatrixName) => name === 'A' || name === 'Ahat';
const isOfKeys = (name: MatrixName) => name === 'K' || name === 'V';

/** One under another, as wide as there is room; the maps beside what they make. */
export function matrixPile(input: MatrixFlowInput): MatrixFlow {
  const { words, T, S, widthPx, labelPx, fontPx } = input;
  const { gapPx, twoPx, deepPx } = flowSizes(input);
  const turned = words === 'columns';
  const rowPx = Math.ceil(fontPx * 1.25);
  const left = Math.ceil(labelPx) + 8;
  const mapPx = Math.floor((widthPx - left - gapPx) * MAP_SHARE);
  const places: MatrixPlace[] = [];
  const sides: WordsPlace[] = [];
  let y = 0;
  for (const [name, map] of PILE) {
    const [own, by] = isOfKeys(name)
      ? (['key', name === 'V' ? 'V' : 'K'] as const)
      : (['query', 'I'] as const);
    const hasOver = turned || isCells(name);
    const top = y + twoPx + (hasOver ? deepPx : 0);
    const width = widthPx - left - (map ? mapPx + gapPx : 0);
    const rows = turned ? S : isOfKeys(name) ? S : T;
    const height = turned && !isCells(name) ? Math.round(fontPx * (name === 'I' ? 7 : 4.5)) : rows * rowPx;
    const caption = { upPx: hasOver ? deepPx : 0, lines: 2, align: 'middle' } as const;
    places.push({ name, x: left, y: top, width, height, turned, caption });
    if (map) {
      const plain = { ...caption, upPx: 0 };
      const x = left + width + gapPx;
      places.push({ name: map, x, y: top, width: mapPx, height, turned, caption: plain });
    }
    const beside = { side: 'left', x: left - deepPx, y: top, width: deepPx - WORD_AIR_PX, height } as const;
    const over = {
      side: 'above',
      x: left,
      y: top - deepPx,
      width,
      height: deepPx - WORD_AIR_PX / 2,
    } as const;
    if (hasOver) sides.push({ ...over, ...(turned ? { axis: own, by } : { axis: 'key', by: 'K' }) });
    if (!turned) sides.push({ ...beside, axis: own, by });
    else if (isCells(name)) sides.push({ ...beside, axis: 'key', by: 'K' });
    y = top + height + gapPx;
  }
  return { places, words: sides, lanes: [], signs: [], widthPx, heightPx: y, isPile: true };
}
