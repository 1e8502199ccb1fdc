import './EffectNote.css';
import { estimatedLoss } from '../../layout/index.ts';
import { gradientOfPicture, wordOf } from './GradientNote.tsx';
import { natsText } from './nats.ts';
import type { GradientViewProps } from './props.ts';

interface LossRow {
  readonly name: string;
  /** Nats; null while it is computed. */
  readonly loss: number | null;
  readonly after: string;
}

/** From 0 in the middle to the right or, of a gain, to the left; the longer of the two fills its half. */
function Bar({ loss, most }: { readonly loss: number; readonly most: number }) {
  const width = most > 0 ? (50 * Math.abs(loss)) / most : 0;
  const from = loss < 0 ? 50 - width : 50;
  return <span className="gn-bar" data-loss={loss >= 0} style={{ left: `${from}%`, width: `${width}%` }} />;
}

function Rows({ view, rows }: { readonly view: GradientViewProps; readonly rows: readonly LossRow[] }) {
  const { t } = view;
  const most = Math.max(...rows.map(({ loss }) => Math.abs(loss ?? 0)));
  return (
    <dl className="gn-losses">
      {rows.map(({ name, loss, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="gn-room" aria-hidden="true">
            {loss === null ? null : <Bar loss={loss} most={most} />}
          </dd>
          <dd>
            {loss === null ? t('gradient.measuring') : t('gradient.nats', { number: natsText(t, loss) })}
            {after === '' ? null : <span className="gn-quiet"> {after}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * What the word loses when this head is switched off: as its gradients estimate it, and as it was measured with the
 * head off. Both in nats of log P of the same word.
 */
export function EffectNote(props: GradientViewProps) {
  const { picture, place, row, id, effect, t } = props;
  const gradient = gradientOfPicture(props);
  const estimate = gradient && estimatedLoss(picture.frames, gradient.frames, place);
  const step = picture.steps[row];
  const isWritten = step?.token.id === id;
  const measured = effect?.drops[row] ?? null;
  const after =
    step && measured !== null
      ? t('gradient.fromTo', {
          before: t.share(step.probability),
          after: t.share(Math.min(1, step.probability * Math.exp(-measured))),
        })
      : '';
  const rows: readonly LossRow[] = [
    { name: t('gradient.estimated'), loss: estimate, after: '' },
    ...(isWritten ? [{ name: t('gradient.measured'), loss: measured, after }] : []),
  ];
  return (
    <section className="gn-effect" data-view="effect-note" aria-label={t('gradient.effectLabel')}>
      <h3>{t('gradient.effect', { word: wordOf(props) })}</h3>
      <Rows view={props} rows={rows} />
      <p className="gn-quiet">{t(isWritten ? 'gradient.why' : 'gradient.measuredWritten')}</p>
    </section>
  );
}
