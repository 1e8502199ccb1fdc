import { type RefObject, useMemo, useState } from 'react';
import { type AttentionKind, isSelf, meaningOf } from '../../contract/index.ts';
import {
  fitLabel,
  type HeadTable,
  headTables,
  type MatrixName,
  matrixFlow,
  signed,
} from '../../layout/index.ts';
import { type SizePx, useUnit } from '../../ui/index.ts';
import { endsOf, labelsOf, spokenOf } from '../shared/marks.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import { numberText } from './numberText.ts';
import { productText } from './productText.ts';
import type { Lit, MatrixViewProps, PointedNumber } from './props.ts';

/** Type of words and captions, px at 1280×720. */
const LEAST_FONT_PX = 13;
/** The line round the last matrix, and its formula where that is wider, in ems. */
const EDGE_EM = 0.5;
/** A word is cut where it is longer, in ems. */
const MOST_LABEL_EM = 7;

/** The tables that fit the words, and the changes of the head. */
function useTables(props: MatrixViewProps) {
  const { kind, layer, head, encoderLayers, frames, weights, changes, queryTokens, keyTokens } = props;
  const [T, S] = [queryTokens.length, keyTokens.length];
  return useMemo(() => {
    const lengths = { query: T, key: S, number: null };
    const fits = ({ rows, columns, rowAxis, columnAxis }: HeadTable) =>
      (lengths[rowAxis] ?? rows) === rows && (lengths[columnAxis] ?? columns) === columns;
    const all = headTables({ kind, layer, head, encoderLayers }, { frames, weights, changes });
    const tables = new Map([...all].filter(([, table]) => fits(table)));
    return { tables, meaning: meaningOf(changes, { kind, layer, head }) };
  }, [kind, layer, head, encoderLayers, frames, weights, changes, T, S]);
}

/** Places of the matrices and their words; null before the first measuring. */
function useFlow(props: MatrixViewProps, ref: RefObject<HTMLElement | null>, room: SizePx | null) {
  const { queryTokens, keyTokens, words } = props;
  const typeface = useTypeface(ref);
  const unit = useUnit();
  return useMemo(() => {
    if (!typeface || !room || room.width === 0 || !ref.current) return null;
    // What the style sheet says there: larger in a hall. A new unit is a new size.
    const said = Number.parseFloat(getComputedStyle(ref.current).fontSize);
    const fontPx = said > 0 ? said : LEAST_FONT_PX * unit;
    const measure = (text: string) => typeface.measure(text, fontPx);
    const fit = (label: string) => fitLabel(label, MOST_LABEL_EM * fontPx, measure);
    const [queries, keys] = [labelsOf(queryTokens).map(fit), labelsOf(keyTokens).map(fit)];
    const labelPx = Math.ceil(Math.max(0, ...[...queries, ...keys].map(({ text }) => measure(text))));
    const flow = matrixFlow({
      words,
      T: queries.length,
      S: keys.length,
      widthPx: room.width - EDGE_EM * fontPx,
      heightPx: room.height,
      labelPx,
      fontPx,
    });
    return { flow, query: queries, key: keys, labelPx, fontPx };
  }, [typeface, room, queryTokens, keyTokens, words, ref, unit]);
}

const NOTHING: Lit = { query: null, key: null };

/** The words that a number is about; in self-attention a word's query, key and value are lit together. */
function litBy(
  pointed: PointedNumber | null,
  tables: ReadonlyMap<MatrixName, HeadTable>,
  kind: AttentionKind,
): Lit {
  const table = pointed && tables.get(pointed.name);
  if (!pointed || !table) return NOTHING;
  if (table.rowAxis === 'number') return NOTHING;
  const other = isSelf(kind) ? pointed.row : null;
  if (table.rowAxis === 'key') return { query: other, key: pointed.row };
  return { query: pointed.row, key: table.columnAxis === 'key' ? pointed.column : other };
}

/** All the view shows and says. */
export function useMatrices(props: MatrixViewProps, ref: RefObject<HTMLElement | null>, room: SizePx | null) {
  const { kind, words, queryTokens, keyTokens, pinned, t } = props;
  const { tables, meaning } = useTables(props);
  const laid = useFlow(props, ref, room);
  const [pointed, setPointed] = useState<PointedNumber | null>(null);
  const lit = litBy(pointed, tables, kind);
  const spoken = useMemo(
    () => ({ query: spokenOf(queryTokens, t), key: spokenOf(keyTokens, t) }),
    [queryTokens, keyTokens, t],
  );
  const named = {
    query: [...endsOf(queryTokens), ...(pinned ? [pinned.query] : [])],
    key: [...endsOf(keyTokens), ...(pinned ? [pinned.key] : [])],
  };
  const said = (number: PointedNumber): string => {
    const table = tables.get(number.name);
    if (!table) return '';
    const at = number.row * table.columns + number.column;
    const call = (axis: HeadTable['rowAxis'], index: number) =>
      axis === 'number' ? t('matrices.nth', { n: index + 1 }) : (spoken[axis][index] ?? '');
    return numberText(t, {
      name: number.name,
      row: call(table.rowAxis, number.row),
      column: call(table.columnAxis, number.column),
      value: signed(table.data[at] ?? 0, number.name === 'Ahat' ? 4 : 3, t.language),
      shut: table.shut?.[at] ?? false,
    });
  };
  const product = pointed ? productText(t, pointed, { kind, words, tables, meaning }) : '';
  return { tables, factor: meaning.factor, laid, named, pointed, setPointed, lit, said, product };
}
