import { Fragment, useMemo } from 'react';
import { axesOf, type Gradient } from '../../contract/index.ts';
import { type Disagreement, disagreement, gradientFits, tokenLabel } from '../../layout/index.ts';
import { Button, Select } from '../../ui/index.ts';
import { spokenHead } from '../shared/headNames.ts';
import { spokenOf } from '../shared/marks.ts';
import type { GradientNoteProps } from './props.ts';
import './EffectNote.css';
import './GradientNote.css';

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

/** One key of the row: how much of its weights it has, and how much of what counts for the word. */
function Shares(props: {
  readonly t: GradientNoteProps['t'];
  readonly word: string;
  readonly weight: number;
  readonly share: number;
}) {
  const { t, word, weight, share } = props;
  const bars = [
    ['weight', weight, t('gradient.reads')],
    ['share', share, t('gradient.counts')],
  ] as const;
  return (
    <div>
      <dt>{t('gradient.quoted', { word })}</dt>
      {bars.map(([name, value, label]) => (
        <Fragment key={name}>
          <dd className="gn-room" aria-hidden="true">
            <span className="gn-bar" data-of={name} style={{ width: `${100 * Math.min(1, value)}%` }} />
          </dd>
          <dd>
            {label} {t.percent(value)}
          </dd>
        </Fragment>
      ))}
    </div>
  );
}

/** Where weight and gradient disagree, and what counts in that row instead. */
function Place({ note, place }: { readonly note: GradientNoteProps; readonly place: Disagreement }) {
  const { picture, t } = note;
  const { queries, keys } = axesOf(place.kind, picture);
  const [rows, columns] = [spokenOf(queries, t), spokenOf(keys, t)];
  const { cell, weight, share, instead } = place;
  const text = t('gradient.place', {
    query: rows[cell.query] ?? '',
    key: columns[cell.key] ?? '',
    weight: t.percent(weight),
    head: spokenHead(t, place),
    word: wordOf(note),
    share: t.percent(share),
  });
  return (
    <div className="gn-place">
      <p>{text}</p>
      <div className="gn-note-line">
        <dl className="gn-shares">
          <Shares t={t} word={columns[cell.key] ?? ''} weight={weight} share={share} />
          {instead ? (
            <Shares t={t} word={columns[instead.key] ?? ''} weight={instead.weight} share={instead.share} />
          ) : null}
        </dl>
        <p className="gn-quiet">{t('gradient.note')}</p>
        <Button
          label={t('gradient.go')}
          onPress={() => note.onGo({ kind: place.kind, layer: place.layer, head: place.head }, cell)}
        />
      </div>
    </div>
  );
}

/** Weights are not explanations: where they and the gradient disagree most about one output word, and the way there. */
export function GradientNote(props: GradientNoteProps) {
  const { picture, t, picker = true } = props;
  const gradient = gradientOfPicture(props);
  const place = useMemo(
    () => gradient && disagreement(picture.frames, gradient.frames),
    [picture.frames, gradient],
  );
  return (
    <section className="gn-root" data-view="gradient-note" aria-label={t('gradient.noteLabel')}>
      {picker ? <WordPickers {...props} /> : null}
      {gradient === null ? (
        <p role="status">{t('gradient.waiting')}</p>
      ) : place ? (
        <Place note={props} place={place} />
      ) : (
        <p>{t('gradient.agree')}</p>
      )}
    </section>
  );
}
