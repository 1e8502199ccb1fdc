import type { Cell } from '../../contract/index.ts';
import { isMasked, percent, short, spokenCell, weightAt, whyForbidden } from '../../layout/index.ts';
import type { AttentionMatrixProps } from './AttentionMatrix.tsx';
import type { MatrixPicture } from './usePicture.ts';

const percentAt = ({ matrix, locale }: Pick<AttentionMatrixProps, 'matrix' | 'locale'>, cell: Cell) =>
  percent(weightAt(matrix, cell), locale);

/** Its row's sum where it is not 1. */
function saySum({ changed, locale }: AttentionMatrixProps, { sums }: MatrixPicture, cell: Cell): string {
  const sum = sums.get(cell.query);
  return changed && sum !== undefined ? `, ${changed.words.sumSpoken(short(sum, locale))}` : '';
}

/** A sentence about a cell: its weight, what became of it, or why it has none. */
export function sayCell(props: AttentionMatrixProps, picture: MatrixPicture, cell: Cell): string {
  const { changed, words, kind, locale } = props;
  const { drawn, before, spoken, shown, now } = picture;
  const said = spokenCell(drawn, cell, spoken, shown === 'after' ? now : kind);
  if (changed && before && shown === 'difference') {
    const was = percentAt({ matrix: before, locale }, cell);
    const moved = changed.words.movedSpoken(said.query, said.key, was, percentAt(props, cell));
    const onlyNow = isMasked(now, cell.query, cell.key) && !isMasked(kind, cell.query, cell.key);
    return onlyNow ? `${moved}, ${changed.words.forbiddenNow}` : moved;
  }
  const why = shown === 'after' ? whyForbidden(now, cell) : 'own';
  if (changed && said.masked && why !== 'own') return changed.words.whySpoken(said.query, said.key, why);
  const sentence = words.cellSpoken({ ...said, percent: percent(said.weight, locale), count: drawn.S });
  return `${sentence}${saySum(props, picture, cell)}`;
}

/** The cell's number in the tip: `62 %`, `92 % → 3 %`, or why there is none. */
export function tipNumber(props: AttentionMatrixProps, picture: MatrixPicture, cell: Cell): string {
  const { changed, words, kind, locale } = props;
  const { shown, before, now, drawn } = picture;
  if (changed && before && shown === 'difference') {
    return changed.words.moved(percentAt({ matrix: before, locale }, cell), percentAt(props, cell));
  }
  const masked = isMasked(shown === 'after' ? now : kind, cell.query, cell.key);
  if (!masked) return percent(weightAt(drawn, cell), locale);
  const why = shown === 'after' ? whyForbidden(now, cell) : 'own';
  return changed && why !== 'own' ? changed.words.why(why) : words.masked;
}
