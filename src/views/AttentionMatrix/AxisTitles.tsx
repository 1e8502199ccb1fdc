import type { AttentionMatrixWords } from './AttentionMatrix.tsx';

/** What rows do, and what columns are. */
export function AxisTitles(props: {
  readonly leftPx: number;
  readonly topPx: number;
  readonly words: AttentionMatrixWords;
}) {
  const { leftPx, topPx, words } = props;
  return (
    <div aria-hidden="true">
      <span className="am-axis am-axis-rows" style={{ width: leftPx, height: topPx }}>
        <span className="am-axis-text">{words.rowsAxis}</span>
      </span>
      <span className="am-axis am-axis-columns" style={{ left: leftPx }}>
        {words.columnsAxis}
      </span>
    </div>
  );
}
