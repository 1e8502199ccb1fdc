import { useEffect, useRef } from 'react';
import './Translation.css';
import { Button, useDraft } from '../../ui/index.ts';
import { Chip } from './Chip.tsx';
import type { TranslationProps } from './props.ts';
import { TargetStrip } from './TargetStrip.tsx';
import { useStripScroll } from './useStripScroll.ts';

interface OwnTextProps {
  readonly target: string;
  readonly takesFocus: boolean;
  readonly translation: TranslationProps;
}

function OwnText({ target, takesFocus, translation }: OwnTextProps) {
  const { t, lang, onTarget } = translation;
  const { draft, take, setComposing } = useDraft(target, onTarget);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  return (
    <input
      ref={input}
      className="translation-own"
      type="text"
      value={draft}
      lang={lang}
      dir="auto"
      spellCheck={false}
      autoComplete="off"
      aria-label={t('translation.ownLabel')}
      placeholder={t('translation.ownPlaceholder')}
      onChange={(event) => take(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        take(event.currentTarget.value);
      }}
    />
  );
}

/** The words in a line, a button at each end beyond which there are more, and the chip over the one pointed at. */
function Words(props: TranslationProps) {
  const { t } = props;
  const strip = useRef<HTMLFieldSetElement>(null);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const { scroll, turn } = useStripScroll(strip);
  return (
    <div
      className="translation-words"
      data-before={scroll.before || undefined}
      data-after={scroll.after || undefined}
    >
      <TargetStrip ref={strip} strip={props} buttons={buttons} />
      {scroll.before ? (
        <Button label={t('translation.earlier')} icon="left" iconOnly look="quiet" onPress={() => turn(-1)} />
      ) : null}
      {scroll.after ? (
        <Button label={t('translation.later')} icon="right" iconOnly look="quiet" onPress={() => turn(1)} />
      ) : null}
      <Chip translation={props} buttons={buttons} scrolledPx={scroll.leftPx} />
    </div>
  );
}

/**
 * The French, word by word: each token over its probability, the runners-up of the one pointed at; or an input for the
 * person's own French, whose tokens are judged beneath it.
 */
export function Translation(props: TranslationProps) {
  const { target, t, translation, onTarget } = props;
  // The input takes the focus only when it was asked for here: a page opened by a link keeps its focus where it is.
  const asked = useRef(false);
  const typeOwn = () => {
    asked.current = true;
    onTarget(translation);
  };
  const own = target !== null;
  return (
    <section
      className="translation"
      data-kind="decoder"
      data-own={own || undefined}
      aria-label={t('translation.label')}
    >
      <header className="translation-head">
        <h2>{t('translation.heading')}</h2>
        <p>{props.how}</p>
        {props.message ? (
          <p className="translation-message" title={props.messageHelp}>
            {props.message}
          </p>
        ) : null}
      </header>
      <div className="translation-middle">
        {own ? <OwnText target={target} takesFocus={asked.current} translation={props} /> : null}
        <Words {...props} />
      </div>
      <p className="translation-note" role={props.note ? 'status' : undefined}>
        {props.note ?? (props.steps.length > 0 ? t('translation.hint') : '')}
      </p>
      <div className="translation-act">
        {own ? (
          <Button
            label={t('translation.backToModel')}
            icon="undo"
            look="quiet"
            onPress={() => onTarget(null)}
          />
        ) : (
          <Button label={t('translation.typeOwn')} icon="pen" look="quiet" onPress={typeOwn} />
        )}
      </div>
    </section>
  );
}
