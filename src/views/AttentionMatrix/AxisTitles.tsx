import { isWriting } from '../../contract/index.ts';
import type { AttentionMatrixProps } from './props.ts';

/** What rows do, and what columns are. */
export function AxisTitles(props: {
  readonly leftPx: number;
  readonly topPx: number;
  readonly kind: AttentionMatrixProps['kind'];
  readonly t: AttentionMatrixProps['t'];
}) {
  const { leftPx, topPx, kind, t } = props;
  return (
    <div aria-hidden="true">
      <span className="am-axis am-axis-rows" style={{ width: leftPx, height: topPx }}>
        <span className="am-axis-text">
          {t(isWriting(kind) ? 'heatmap.axisRowAfter' : 'heatmap.axisRow')}
        </span>
      </span>
      <span className="am-axis am-axis-columns" style={{ left: leftPx }}>
        {t('heatmap.axisColumn')}
      </span>
    </div>
  );
}
