import { isWriting } from '../../contract/index.ts';
import { useUnit } from '../../ui/index.ts';
import type { AttentionMatrixProps } from './props.ts';

/** A narrower corner has no room for the words. */
const LEAST_PX = 100;

/** In the grid's corner: what a column is, and what a row does. */
export function AxisTitles(props: {
  readonly leftPx: number;
  readonly topPx: number;
  readonly kind: AttentionMatrixProps['kind'];
  readonly t: AttentionMatrixProps['t'];
}) {
  const { leftPx, topPx, kind, t } = props;
  const unit = useUnit();
  if (leftPx < LEAST_PX * unit) return null;
  return (
    <p className="am-axis" style={{ width: leftPx, height: topPx }} aria-hidden="true">
      <span>{t('heatmap.axisColumn')}</span>
      <span>{t(isWriting(kind) ? 'heatmap.axisRowAfter' : 'heatmap.axisRow')}</span>
    </p>
  );
}
