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
import { useUnit } from '../../ui/index.ts';
import type { GridLabel } from '../NumberGrid/label.ts';
import { NumberGrid } from '../NumberGrid/NumberGrid.tsx';
import { gutterPx, MOST_SHARED_ROWS } from '../shared/sharedWords.ts';
import type { Show } from './Controls.tsx';
import { pairLabels, unwritten } from './pairLabels.ts';
import type { PairSide, PairViewProps } from './props.ts';
import { PAIR_LIMIT, type Pair } from './usePair.ts';

interface PicturesProps {
  readonly props: PairViewProps;
  readonly b: PairSide;
  readonly pair: Pair;
  readonly show: Show;
  readonly pointed: Cell | null;
  readonly onPoint: (cell: Cell | null) => void;
  /** At its place in all pictures. */
  readonly pinned: Cell | null;
  readonly onPin: (place: Cell | null) => void;
  /** Below each other: each has its own words then. */
  readonly stacked: boolean;
  readonly say: (cell: Cell) => string;
}

interface OneProps {
  readonly pictures: PicturesProps;
  readonly which: 'a' | 'b' | 'difference';
  readonly grid: Grid;
  readonly title: string;
  readonly rows: readonly GridLabel[];
  readonly columns: readonly GridLabel[];
  readonly leftPx: number | undefined;
}

function One({ pictures, which, grid, title, rows, columns, leftPx }: OneProps) {
  const { props, show } = pictures;
  const { kind, theme, palette } = props;
  const cells = useMemo(() => gridCells(grid), [grid]);
  const signed = which === 'difference';
  const scale = useMemo(
    () => (signed ? divergingScale(theme, palette, PAIR_LIMIT) : amountScale(kind, theme, palette)),
    [signed, kind, theme, palette],
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
      pinned={pictures.pinned}
      onPin={pictures.onPin}
      say={pictures.say}
      theme={theme}
      title={title}
      compact={show === 'all'}
      leftPx={leftPx}
    />
  );
}

/** The same head for both, or both heads, and their difference, over the same places. */
export function Pictures(pictures: PicturesProps) {
  const { props, b, pair, show } = pictures;
  const { a, t, mode } = props;
  const unit = useUnit();
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
  const shared = show === 'all' && !pictures.stacked && pair.rows.length <= MOST_SHARED_ROWS;
  return (
    <div className="pv-pictures" data-shared={shared || undefined}>
      {shown.map((which) => (
        <One
          key={which}
          pictures={pictures}
          which={which}
          grid={pair[which]}
          title={titles[which]}
          rows={shared && which !== 'a' ? unwritten(rows[labels[which]]) : rows[labels[which]]}
          columns={columns[labels[which]]}
          leftPx={shared ? gutterPx(which === 'a', unit) : undefined}
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
