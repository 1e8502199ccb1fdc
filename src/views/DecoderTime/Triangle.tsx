import { useMemo } from 'react';
import { hatchColour, type Matrix } from '../../layout/index.ts';
import { useSize } from '../../ui/index.ts';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import type { DecoderTimeProps } from './props.ts';
import './Triangle.css';

/** The rows that were computed by now; those to come are empty. */
function untilRow({ data, T, S }: Matrix, row: number): Matrix {
  const known = new Float32Array(data.length);
  known.set(data.subarray(0, (row + 1) * S));
  return { data: known, T, S };
}

/** The steps above the diagonal, as a polygon: what no row may read. */
function stairs(T: number): string {
  const corners = Array.from({ length: T }, (_, i) => {
    const x = ((i + 1) * 100) / T;
    return `${x}% ${(i * 100) / T}%,${x}% ${x}%`;
  });
  return `polygon(${corners.join(',')},100% 0%)`;
}

/** The decoder head's pattern as it grows: one row a step. */
export function Triangle(props: {
  readonly time: DecoderTimeProps;
  readonly matrix: Matrix;
  readonly step: number;
  readonly word: string;
}) {
  const { time, matrix, step, word } = props;
  const { t, theme, palette } = time;
  const [roomRef, room] = useSize<HTMLDivElement>();
  const known = useMemo(() => untilRow(matrix, step), [matrix, step]);
  const sidePx = Math.max(60, Math.min(room?.width ?? 0, room?.height ?? 0));
  const rowPx = sidePx / matrix.T;
  const hatch = `repeating-linear-gradient(-45deg, ${hatchColour(theme)} 0 1px, transparent 1px 6px)`;
  return (
    <figure className="dt-triangle" data-kind="decoder">
      <figcaption>
        <h3>{t('time.rows')}</h3>
        <p>{t('time.newRow', { word, row: step + 1 })}</p>
      </figcaption>
      <div className="dt-triangle-room" ref={roomRef}>
        {room ? (
          <div className="dt-triangle-picture" style={{ width: sidePx, height: sidePx }}>
            <Thumbnail kind="decoder" matrix={known} sidePx={sidePx} theme={theme} palette={palette} />
            <div
              className="dt-masked"
              style={{ backgroundImage: hatch, clipPath: stairs(matrix.T) }}
              title={t('heatmap.maskedShort')}
            />
            <div className="dt-new-row" style={{ top: step * rowPx - 2, height: rowPx + 4 }} />
          </div>
        ) : null}
        <p className="dt-axes">
          <small>{t('time.axisDown')}</small>
          <small>{t('time.axisAcross')}</small>
        </p>
      </div>
    </figure>
  );
}
