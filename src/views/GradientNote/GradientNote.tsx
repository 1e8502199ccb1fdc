import { useMemo } from 'react';
import { axesOf, type Gradient } from '../../contract/index.ts';
import { type Disagreement, disagreement, gradientFits, tokenLabel } from '../../layout/index.ts';
import { Button, Select } from '../../ui/index.ts';
import { spokenHead } from '../shared/headNames.ts';
import { spokenOf } from '../shared/marks.ts';
import type { GradientNoteProps } from './props.ts';
import './GradientNote.css';

/** Below this share of a row the word hardly depends on the cell. */
const HARDLY = 0.05;

/** The output word as it is said: the written one, or the candidate the gradient is asked for. */
export function wordOf({ picture, row, id, endId, t }: GradientNoteProps): string {
  const step = picture.steps[row];
  if (id === endId) return t('mark.end');
  const text = step?.token.id === id ? step.token.text : step?.best.find((one) => one.id === id)?.text;
  return tokenLabel({ text: text ?? '', role: 'text' });
}

/** The gradient, if it is this picture's. */
export function gradientOfPicture({ picture, gradient }: GradientNoteProps): Gradient | null {
  return gradient && gradientFits(picture.frames, gradient.frames) ? gradient : null;
}

/** Which word's probability is asked about: where it stands, and which of those that could stand there. */
export function WordPickers(props: GradientNoteProps) {
  const { picture, row, id, onWord, endId, t, candidates: pickable = true } = props;
  const { steps } = picture;
  const texts = useMemo(
    () =>
      spokenOf(
        steps.map(({ token }) => token),
        t,
      ),
    [steps, t],
  );
  const step = steps[row];
  const named = (one: number, text: string) =>
    one === endId ? t('mark.end') : tokenLabel({ text, role: 'text' });
  const others = step?.best.filter((one) => one.id !== step.token.id) ?? [];
  const candidates = step
    ? [{ id: step.token.id, text: texts[row] ?? '', probability: step.probability }, ...others]
    : [];
  return (
    <div className="gn-pickers">
      <Select
        label={t('gradient.row')}
        value={String(row)}
        options={steps.map((_, i) => ({
          value: String(i),
          label: t('gradient.rowOf', { word: texts[i] ?? '', row: i + 1 }),
        }))}
        onChange={(value) => {
          const next = steps[Number(value)];
          if (next) onWord(Number(value), next.token.id);
        }}
      />
      {pickable ? (
        <Select
          label={t('gradient.candidate')}
          value={String(id)}
          options={candidates.map((one) => ({
            value: String(one.id),
            label: t('gradient.candidateOf', {
              word: named(one.id, one.text),
              percent: t.share(one.probability),
            }),
          }))}
          onChange={(value) => onWord(row, Number(value))}
        />
      ) : null}
    </div>
  );
}

/** Where weight and gradient disagree, and what the word draws from the row instead. */
function placeText(props: GradientNoteProps, place: Disagreement): string {
  const { picture, t } = props;
  const { queries, keys } = axesOf(place.kind, picture);
  const [rows, columns] = [spokenOf(queries, t), spokenOf(keys, t)];
  const first = t(place.share < HARDLY ? 'gradient.placeHardly' : 'gradient.place', {
    query: rows[place.cell.query] ?? '',
    key: columns[place.cell.key] ?? '',
    weight: t.percent(place.weight),
    head: spokenHead(t, place),
    word: wordOf(props),
    share: t.percent(place.share),
  });
  const { instead } = place;
  if (instead === null) return first;
  const second = t('gradient.instead', {
    key: columns[instead.key] ?? '',
    weight: t.percent(instead.weight),
    share: t.percent(instead.share),
  });
  return t('gradient.both', { first, second });
}

/** Weights are not explanations: where they and the gradient disagree most about one output word, and the way there. */
export function GradientNote(props: GradientNoteProps) {
  const { picture, t, onGo, picker = true } = props;
  const gradient = gradientOfPicture(props);
  const place = useMemo(
    () => gradient && disagreement(picture.frames, gradient.frames),
    [picture.frames, gradient],
  );
  return (
    <section className="gn-root" data-view="gradient-note" aria-label={t('gradient.noteLabel')}>
      {picker ? <WordPickers {...props} /> : null}
      <p className="gn-quiet">{t('gradient.note')}</p>
      {gradient === null ? (
        <p role="status">{t('gradient.waiting')}</p>
      ) : place ? (
        <div className="gn-place">
          <p>{placeText(props, place)}</p>
          <Button
            label={t('gradient.go')}
            onPress={() => onGo({ kind: place.kind, layer: place.layer, head: place.head }, place.cell)}
          />
        </div>
      ) : (
        <p>{t('gradient.agree')}</p>
      )}
    </section>
  );
}
