import type { Cell } from '../../contract/index.ts';
import { isMasked, percent, short, spokenCell, weightAt, whyForbidden } from '../../layout/index.ts';
import { whyText } from '../shared/whyText.ts';
import type { AttentionMatrixProps } from './props.ts';
import type { MatrixPicture } from './usePicture.ts';

const percentAt = ({ matrix, t }: Pick<AttentionMatrixProps, 'matrix' | 't'>, cell: Cell) =>
  percent(weightAt(matrix, cell), t.language);

/** Its row's sum where it is not 1. */
function saySum({ changed, t }: AttentionMatrixProps, { sums }: MatrixPicture, cell: Cell): string {
  const sum = sums.get(cell.query);
  return changed && sum !== undefined ? `, ${t('changed.sumSpoken', { sum: short(sum, t.language) })}` : '';
}

/** A sentence about a cell: its weight, what became of it, or why it has none. */
export function sayCell(props: AttentionMatrixProps, picture: MatrixPicture, cell: Cell): string {
  const { changed, t, kind } = props;
  const { drawn, before, spoken, shown, now } = picture;
  const said = spokenCell(drawn, cell, spoken, shown === 'after' ? now : kind);
  if (changed && before && shown === 'difference') {
    const was = percentAt({ matrix: before, t }, cell);
    const { query, key } = said;
    const moved = t('changed.movedSpoken', { query, key, before: was, after: percentAt(props, cell) });
    const onlyNow = isMasked(now, cell.query, cell.key) && !isMasked(kind, cell.query, cell.key);
    return onlyNow ? `${moved}, ${t('changed.forbiddenNow')}` : moved;
  }
  const why = shown === 'after' ? whyForbidden(now, cell) : 'own';
  const { query, key, rank, masked } = said;
  if (changed && masked && why !== 'own') return t('changed.whySpoken', { query, key, why: whyText(t, why) });
  const sentence = masked
    ? t('heatmap.masked', { query, key })
    : t('heatmap.cellRank', { query, key, percent: percent(said.weight, t.language), rank, count: drawn.S });
  return `${sentence}${saySum(props, picture, cell)}`;
}

/** The cell's number in the tip: `62 %`, `92 % → 3 %`, or why there is none. */
export function tipNumber(props: AttentionMatrixProps, picture: MatrixPicture, cell: Cell): string {
  const { changed, t, kind } = props;
  const { shown, before, now, drawn } = picture;
  if (changed && before && shown === 'difference') {
    return t('changed.moved', {
      before: percentAt({ matrix: before, t }, cell),
      after: percentAt(props, cell),
    });
  }
  const masked = isMasked(shown === 'after' ? now : kind, cell.query, cell.key);
  if (!masked) return percent(weightAt(drawn, cell), t.language);
  const why = shown === 'after' ? whyForbidden(now, cell) : 'own';
  return whyText(t, changed ? why : 'own');
}
