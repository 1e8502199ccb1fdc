import { attentionStage, axesOf, type HeadAt, isWriting, type Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { forbiddenOf, type HeadHere, headHere, headMatrix, tokenLabel } from '../../layout/index.ts';
import { memoize } from '../../state/index.ts';
import type { Viewed } from './viewedPicture.ts';

type Words = Translate<'here' | 'mark'>;

/** A head, the picture it is drawn from, and the row that is pinned in it, in pieces. */
export interface HereAsked {
  readonly viewed: Viewed | null;
  readonly row: number | null;
  readonly at: HeadAt;
}

/** Null without its numbers. It is asked at every move of the pointer, for one head as a rule. */
const measured = memoize(
  ({ viewed, row, at }: HereAsked) => [viewed, at.kind, at.layer, at.head, row],
  (viewed, kind, layer, head, row): HeadHere | null => {
    const frame = viewed?.frames.get(attentionStage(kind, layer, 'pattern'));
    if (!viewed || !frame || head >= (frame.shape[0] ?? 0)) return null;
    const matrix = headMatrix(frame, head);
    const { changes } = viewed;
    const may = changes.length === 0 ? kind : forbiddenOf(changes, { kind, layer, head }, matrix.T, matrix.S);
    return headHere(matrix, kind, may, axesOf(kind, viewed), row);
  },
);

function wordOf(t: Words, token: Token | undefined): string {
  if (token === undefined) return '';
  return token.role === 'text' ? tokenLabel(token) : t(`mark.${token.role}`);
}

/** In words: `here: “it” reads “animal” 96 %`. */
export function hereText(t: Words, here: HeadHere, viewed: Viewed, { kind }: HeadAt): string {
  const { queries, keys } = axesOf(kind, viewed);
  if ('cell' in here) {
    const row = t(isWriting(kind) ? 'here.rowAfter' : 'here.row', {
      word: wordOf(t, queries[here.cell.query]),
    });
    const key = wordOf(t, keys[here.cell.key]);
    return t(`here.${here.does}`, { row, key, percent: t.percent(here.weight) });
  }
  if (here.does === 'broad') return t('here.broad', { percent: t.percent(here.evenness) });
  const percent = t.percent(here.share);
  if (here.does === 'first' && keys[0]?.role === 'start') return t('here.start', { percent });
  const marked = keys.some(({ role }) => role === 'end');
  return t(here.does === 'separator' && !marked ? 'here.punctuation' : `here.${here.does}`, { percent });
}

/** What a head does on the sentence on screen; null while it has no picture. */
export function hereNote(t: Words, asked: HereAsked): string | null {
  const here = measured(asked);
  return here && asked.viewed && hereText(t, here, asked.viewed, asked.at);
}
