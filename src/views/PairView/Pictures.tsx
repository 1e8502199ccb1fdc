import { useMemo } from 'react';
import type { Cell } from '../../contract/index.ts';
import {
  amountScale,
  divergingScale,
  type Grid,
  gridAt,
  gridCells,
  signedPercent,
} from '../../layout/index.ts';
import type { GridLabel } from '../NumberGrid/label.ts';
import { NumberGrid } from '../NumberGrid/NumberGrid.tsx';
import type { Show } from './Controls.tsx';
import { pairLabels } from './pairLabels.ts';
import type { PairSide, PairViewProps } from './props.ts';
import type { Pair } from './usePair.ts';

interface PicturesProps {
  readonly props: PairViewProps;
  readonly b: PairSide;
  readonly pair: Pair;
  readonly show: Show;
  readonly pointed: Cell | null;
  readonly onPoint: (cell: Cell | null) => void;
  readonly say: (cell: Cell) => string;
}

interface OneProps {
  readonly pictures: PicturesProps;
  readonly which: 'a' | 'b' | 'difference';
  readonly grid: Grid;
  readonly title: string;
  readonly rows: readonly GridLabel[];
  readonly columns: readonly GridLabel[];
}

function One({ pictures, which, grid, title, rows, columns }: OneProps) {
  const { props, pair, show } = pictures;
  const { kind, theme, palette } = props;
  const cells = useMemo(() => gridCells(grid), [grid]);
  const signed = which === 'difference';
  const scale = useMemo(
    () => (signed ? divergingScale(theme, palette, pair.limit) : amountScale(kind, theme, palette)),
    [signed, kind, theme, palette, pair.limit],
  );
  return (
    <NumberGrid
      kind={kind}
      {...cells}
      signed={signed}
      scale={scale}
      rows={rows}
      columns={columns}
      pointed={pictures.pointed}
      onPoint={pictures.onPoint}
      say={pictures.say}
      theme={theme}
      title={title}
      compact={show === 'all'}
    />
  );
}

/** The same head for both, or both heads, and their difference, over the same places. */
export function Pictures(pictures: PicturesProps) {
  const { props, b, pair, show } = pictures;
  const { a, t, mode } = props;
  const rows = useMemo(() => pairLabels(pair.rows, a.queryTokens, b.queryTokens, t), [pair, a, b, t]);
  const columns = useMemo(() => pairLabels(pair.columns, a.keyTokens, b.keyTokens, t), [pair, a, b, t]);
  const heads = mode === 'heads';
  const titles = {
    a: heads ? t('pair.titleHead', { side: 'A', layer: a.layer + 1, head: a.head + 1 }) : t('pair.titleA'),
    b: heads ? t('pair.titleHead', { side: 'B', layer: b.layer + 1, head: b.head + 1 }) : t('pair.titleB'),
    difference: t('pair.titleDifference'),
  };
  const labels = { a: 'a', b: 'b', difference: show === 'all' ? 'short' : 'both' } as const;
  const shown = (['a', 'b', 'difference'] as const).filter((which) => show === 'all' || show === which);
  return (
    <div className="pv-pictures">
      {shown.map((which) => (
        <One
          key={which}
          pictures={pictures}
          which={which}
          grid={pair[which]}
          title={titles[which]}
          rows={rows[labels[which]]}
          columns={columns[labels[which]]}
        />
      ))}
    </div>
  );
}

/** A cell of both, in words. */
export function sayPair(props: PairViewProps, b: PairSide, pair: Pair, cell: Cell): string {
  const { a, t } = props;
  const row = pair.rows[cell.query];
  const column = pair.columns[cell.key];
  if (!row || !column) return '';
  const rows = pairLabels([row], a.queryTokens, b.queryTokens, t);
  const columns = pairLabels([column], a.keyTokens, b.keyTokens, t);
  const at = (grid: Grid) => gridAt(grid, cell.query, cell.key);
  const [left, right, difference] = [at(pair.a), at(pair.b), at(pair.difference)];
  const said = {
    query: rows.both[0]?.spoken ?? '',
    key: columns.both[0]?.spoken ?? '',
    a: left === null ? t('pair.noCell') : t.percent(left),
    b: right === null ? t('pair.noCell') : t.percent(right),
  };
  if (difference === null) return t('pair.cellOne', said);
  return t('pair.cell', { ...said, difference: signedPercent(difference, t.language) });
}
