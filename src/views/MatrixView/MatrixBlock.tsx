import { isSelf } from '../../contract/index.ts';
import { type HeadTable, type MatrixPlace, matrixCaption } from '../../layout/index.ts';
import { Formula } from '../shared/Formula.tsx';
import { Bands } from './Bands.tsx';
import { MatrixCanvas } from './MatrixCanvas.tsx';
import { MatrixGrid, type MatrixGridProps } from './MatrixGrid.tsx';
import type { Lit, MatrixViewProps } from './props.ts';

export interface MatrixBlockProps
  extends Pick<MatrixViewProps, 'kind' | 'theme' | 'palette' | 't'>,
    Pick<MatrixGridProps, 'said' | 'pointed' | 'onPoint' | 'onPress'> {
  /** Null until it has arrived. */
  readonly table: HeadTable | null;
  readonly place: MatrixPlace;
  readonly captionPx: number;
  /** Besides ÷ √d; null: not divided. */
  readonly factor: number | null;
  readonly lit: Lit;
  readonly all: boolean;
}

/** One matrix: its formula and shape above it, its numbers as colours, the rows that are lit. */
export function MatrixBlock(props: MatrixBlockProps) {
  const { table, place, captionPx, factor, t, lit, all } = props;
  const { x, y, width, height, name, turned } = place;
  const shape = table && (turned ? [table.columns, table.rows] : [table.rows, table.columns]);
  return (
    <div className="mv-block" data-matrix={name} style={{ left: x, top: y, width, height }}>
      <p className="mv-caption" style={{ height: captionPx, marginTop: -captionPx }}>
        <Formula of={matrixCaption(name, { turned, factor, source: isSelf(props.kind) ? 'I' : 'E' })} t={t} />
        {shape && <span className="mv-shape">[{shape.join(', ')}]</span>}
      </p>
      {table && (
        <>
          <MatrixCanvas
            table={table}
            place={place}
            kind={props.kind}
            theme={props.theme}
            palette={props.palette}
          />
          <Bands table={table} place={place} lit={lit} all={all} pointed={props.pointed} />
          <MatrixGrid
            table={table}
            place={place}
            label={t('matrices.size', {
              name: t(`matrices.name.${name}`),
              rows: table.rows,
              columns: table.columns,
            })}
            said={props.said}
            pointed={props.pointed}
            onPoint={props.onPoint}
            onPress={props.onPress}
          />
        </>
      )}
    </div>
  );
}
