import { useMemo } from 'react';
import { linePlot, short, varianceByDimension } from '../../layout/index.ts';
import type { ChangePanelProps } from './props.ts';

const WIDE_PX = 268;
const HIGH_PX = 148;
const MARGIN = { left: 40, top: 18, right: 10, bottom: 34 } as const;

/**
 * The variance of q·k against the number of dimensions used, of the chosen head's real numbers, and the paper's line
 * beside it.
 */
export function VariancePlot({ at, scale, t }: ChangePanelProps) {
  const { q, k } = scale;
  const head = at.heads[0] ?? 0;
  const points = useMemo(() => {
    const there = q && k && head < (q.shape[0] ?? 0) && head < (k.shape[0] ?? 0);
    return there ? varianceByDimension(q, k, head) : null;
  }, [q, k, head]);
  const plot = useMemo(() => {
    if (!points) return null;
    const real = points.map(({ d, variance }) => ({ x: d, y: variance }));
    const paper = [{ x: 0, y: 0 }, ...points.map(({ d }) => ({ x: d, y: d }))];
    return linePlot({
      series: [[{ x: 0, y: 0 }, ...real], paper],
      widthPx: WIDE_PX,
      heightPx: HIGH_PX,
      margin: MARGIN,
      ticks: { x: 4, y: 3 },
    });
  }, [points]);
  const last = points?.at(-1);
  if (!plot || !last) return null;
  const [real, paper] = plot.paths;
  return (
    <figure className="cp-figure" data-kind={at.kind}>
      <figcaption className="cp-sub">{t('panel.scale.variance')}</figcaption>
      <svg
        className="cp-plot"
        viewBox={`0 0 ${WIDE_PX} ${HIGH_PX}`}
        role="img"
        aria-label={t('panel.scale.varianceSpoken', {
          d: last.d,
          variance: short(last.variance, t.language),
        })}
      >
        {plot.yTicks.map(({ value, px }) => (
          <g key={value}>
            <path className="cp-grid" d={`M${plot.left} ${px}H${plot.right}`} />
            <text x={plot.left - 6} y={px + 4} textAnchor="end">
              {short(value, t.language)}
            </text>
          </g>
        ))}
        {plot.xTicks.map(({ value, px }) => (
          <text key={value} x={px} y={plot.bottom + 15} textAnchor="middle">
            {value}
          </text>
        ))}
        <text x={plot.left - 34} y={10}>
          {t('panel.scale.varianceAxisY')}
        </text>
        <text x={plot.right} y={HIGH_PX - 3} textAnchor="end">
          {t('panel.scale.varianceAxisX')}
        </text>
        <path className="cp-paper" d={paper} />
        <path className="cp-real" d={real} />
      </svg>
      <p className="cp-key">
        <svg width="22" height="8" aria-hidden="true">
          <path className="cp-real" d="M0 4H22" />
        </svg>
        {t('panel.scale.varianceReal', { variance: short(last.variance, t.language) })}
      </p>
      <p className="cp-key">
        <svg width="22" height="8" aria-hidden="true">
          <path className="cp-paper" d="M0 4H22" />
        </svg>
        {t('panel.scale.variancePaper', { d: last.d })}
      </p>
      <p className="cp-help">{t('panel.scale.varianceAbout')}</p>
    </figure>
  );
}
