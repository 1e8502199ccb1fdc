import { isSelf, type MatrixWords } from '../../contract/index.ts';
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
  readonly words: MatrixWords;
  /** Besides ÷ √d; null: not divided. */
  readonly factor: number | null;
  readonly lit: Lit;
  readonly all: boolean;
}

/** One matrix: its formula and shape above it, its numbers as colours, the rows that are lit. */
export function MatrixBlock(props: MatrixBlockProps) {
  const { table, place, words, factor, t, lit, all } = props;
  const { x, y, width, height, name, turned, caption } = place;
  const [rows = 0, columns = 0] = table
    ? turned
      ? [table.columns, table.rows]
      : [table.rows, table.columns]
    : [];
  const source = isSelf(props.kind) ? 'I' : 'E';
  return (
    <div className="mv-block" data-matrix={name} style={{ left: x, top: y, width, height }}>
      <p
        className="mv-caption"
        data-align={caption.align}
        data-lines={caption.lines}
        style={{ bottom: height + caption.upPx }}
      >
        <Formula of={matrixCaption(name, { words, turned, factor, source })} t={t} />
        {table && (
          <span className="mv-shape">
            [{rows}, {columns}]
          </span>
        )}
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
              rows,
              columns,
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
