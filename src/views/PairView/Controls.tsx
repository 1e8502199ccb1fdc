import { type ReactNode, useId } from 'react';
import { Select, ToggleGroup, useDraft } from '../../ui/index.ts';
import { PAIR_MODES, type PairViewProps } from './props.ts';

export const SHOWS = ['all', 'a', 'b', 'difference'] as const;
export type Show = (typeof SHOWS)[number];

/** What is compared, where it differs, and which of the pictures are drawn. */
export function PairControls(props: {
  readonly pair: PairViewProps;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
  readonly children?: ReactNode;
}) {
  const { pair, show, onShow } = props;
  const { t, mode, onMode } = pair;
  return (
    <div className="pv-controls">
      <ToggleGroup
        label={t('pair.mode')}
        value={mode}
        options={PAIR_MODES.map((value) => ({ value, label: t(`pair.${value}`) }))}
        onChange={onMode}
      />
      {props.children}
      <ToggleGroup
        label={t('pair.show')}
        value={show}
        options={SHOWS.map((value) => ({ value, label: t(`pair.${value}`) }))}
        onChange={onShow}
      />
    </div>
  );
}

/** The other sentence: typed like the first one, and drawn as it is typed. */
export function SecondSentence({ pair }: { readonly pair: PairViewProps }) {
  const { second, onSecond, langs, t } = pair;
  const { draft, take, setComposing } = useDraft(second, onSecond);
  const id = useId();
  return (
    <div className="pv-second">
      <label className="ui-label" htmlFor={id}>
        {t('pair.second')}
      </label>
      <input
        id={id}
        className="pv-second-text"
        type="text"
        value={draft}
        lang={langs.source}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        placeholder={t('pair.secondPlaceholder')}
        onChange={(event) => take(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          setComposing(false);
          take(event.currentTarget.value);
        }}
      />
    </div>
  );
}

/** The other head, of the same kind: over the same words. */
export function SecondHead({ pair }: { readonly pair: PairViewProps }) {
  const { stack, secondHead, onSecondHead, t } = pair;
  const all = Array.from({ length: stack.layers * stack.heads }, (_, i) => ({
    layer: Math.floor(i / stack.heads),
    head: i % stack.heads,
  }));
  const nameOf = (place: { readonly layer: number; readonly head: number }) => `${place.layer} ${place.head}`;
  return (
    <Select
      label={t('pair.secondHead')}
      value={nameOf(secondHead)}
      options={all.map((place) => ({
        value: nameOf(place),
        label: t('time.head', { layer: place.layer + 1, head: place.head + 1 }),
      }))}
      onChange={(value) => {
        const place = all.find((one) => nameOf(one) === value);
        if (place) onSecondHead(place.layer, place.head);
      }}
    />
  );
}
