import type { ModelInfo } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/**
 * Why no word comes near 100 %: what the training aimed at, where the model's folder says so; else null.
 * @param short without where the rest went
 */
export function smoothingText(
  t: Translate<'time'>,
  info: Pick<ModelInfo, 'labelSmoothing' | 'vocabulary'> | null,
  short = false,
): string | null {
  const smoothing = info?.labelSmoothing;
  if (info === null || smoothing === undefined) return null;
  const count = info.vocabulary;
  const aim = 1 - smoothing + smoothing / count;
  const values = { percent: t.percent(aim), smoothing: t.number(smoothing) };
  return short ? t('time.sure', values) : t('time.smoothing', { ...values, count: t.number(count) });
}
