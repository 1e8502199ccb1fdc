import { useMemo } from 'react';
import type { Gradient } from '../../contract/index.ts';
import { axisTokens, type Disagreement, disagreement, gradientFits, tokenLabel } from '../../layout/index.ts';
import { Button, Select } from '../../ui/index.ts';
import { spokenOf } from '../shared/marks.ts';
import type { GradientNoteProps, SpokenPlace } from './props.ts';
import './GradientNote.css';

/** Below this share of a row the word hardly depends on the cell. */
const HARDLY = 0.05;

/** The output word as it is said: the written one, or the candidate the gradient is asked for. */
export function wordOf({ picture, row, id, endId, words }: GradientNoteProps): string {
  const step = picture.steps[row];
  if (id === endId) return words.endMark;
  const text = step?.token.id === id ? step.token.text : step?.best.find((one) => one.id === id)?.text;
  return tokenLabel({ text: text ?? '', role: 'text' });
}

/** The gradient, if it is this picture's. */
export function fitting({ picture, gradient }: GradientNoteProps): Gradient | null {
  return gradient && gradientFits(picture.frames, gradient.frames) ? gradient : null;
}

/** Which word's probability is asked about: where it stands, and which of those that could stand there. */
export function WordPickers(props: GradientNoteProps) {
  const { picture, row, id, onWord, endId, words, candidates: pickable = true } = props;
  const { steps } = picture;
  const texts = useMemo(
    () =>
      spokenOf(
        steps.map(({ token }) => token),
        words,
      ),
    [steps, words],
  );
  const step = steps[row];
  const named = (one: number, text: string) =>
    one === endId ? words.endMark : tokenLabel({ text, role: 'text' });
  const others = step?.best.filter((one) => one.id !== step.token.id) ?? [];
  const candidates = step
    ? [{ id: step.token.id, text: texts[row] ?? '', probability: step.probability }, ...others]
    : [];
  return (
    <div className="gn-pickers">
      <Select
        label={words.row}
        value={String(row)}
        options={steps.map((_, i) => ({ value: String(i), label: words.rowOf(texts[i] ?? '', i + 1) }))}
        onChange={(value) => {
          const next = steps[Number(value)];
          if (next) onWord(Number(value), next.token.id);
        }}
      />
      {pickable ? (
        <Select
          label={words.candidate}
          value={String(id)}
          options={candidates.map((one) => ({
            value: String(one.id),
            label: words.candidateOf(named(one.id, one.text), one.probability),
          }))}
          onChange={(value) => onWord(row, Number(value))}
        />
      ) : null}
    </div>
  );
}

function spokenPlace(props: GradientNoteProps, place: Disagreement): SpokenPlace {
  const { picture, words } = props;
  const { queries, keys } = axisTokens(place.kind, picture);
  const [rows, columns] = [spokenOf(queries, words), spokenOf(keys, words)];
  const { instead } = place;
  return {
    query: rows[place.cell.query] ?? '',
    key: columns[place.cell.key] ?? '',
    weight: words.percent(place.weight),
    head: words.head(place.kind, place.layer + 1, place.head + 1),
    word: wordOf(props),
    share: words.percent(place.share),
    hardly: place.share < HARDLY,
    instead: instead && {
      key: columns[instead.key] ?? '',
      weight: words.percent(instead.weight),
      share: words.percent(instead.share),
    },
  };
}

/** Weights are not explanations: where they and the gradient disagree most about one output word, and the way there. */
export function GradientNote(props: GradientNoteProps) {
  const { picture, words, onGo, picker = true } = props;
  const gradient = fitting(props);
  const place = useMemo(
    () => gradient && disagreement(picture.frames, gradient.frames),
    [picture.frames, gradient],
  );
  return (
    <section className="gn-root" data-view="gradient-note" aria-label={words.noteLabel}>
      {picker ? <WordPickers {...props} /> : null}
      <p className="gn-quiet">{words.note}</p>
      {gradient === null ? (
        <p role="status">{words.waiting}</p>
      ) : place ? (
        <div className="gn-place">
          <p>{words.place(spokenPlace(props, place))}</p>
          <Button
            label={words.go}
            onPress={() => onGo({ kind: place.kind, layer: place.layer, head: place.head }, place.cell)}
          />
        </div>
      ) : (
        <p>{words.agree}</p>
      )}
    </section>
  );
}
