import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PictureBeam } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import {
  type BeamInput,
  type BeamLayout,
  type BeamPlace,
  beamLine,
  beamSentences,
  beamTree,
  chosenPath,
  END_SIGN,
  isBeamKey,
  moveInTree,
  short,
  tokenLabel,
} from '../../layout/index.ts';
import { Button, useSize } from '../../ui/index.ts';
import { spacedWords } from '../shared/gapBetween.ts';
import { useMore } from '../shared/useMore.ts';
import { useScrollRoom } from '../shared/useScrollRoom.ts';
import { useTypeface } from '../shared/useTypeface.ts';
import './BeamView.css';

export interface BeamViewProps {
  readonly beam: PictureBeam;
  readonly endId: number | null;
  readonly lang: string;
  readonly t: Translate<'beam'>;
}

/** Of one size with the page's labels, whatever that is. */
const ROW_EM = 2.1;
const GAP_EM = 1.9;
const PADDING_EM = 1.1;
/** Beside the tree, with room for the bar that scrolls; see BeamView.css. */
const MARGIN_EM = 1.2;

/** What became of a beginning. */
const FATES = { kept: 'beam.kept', ended: 'beam.ended', dropped: 'beam.isDropped' } as const;

/** The sum of its log-probabilities. */
const scoreText = (t: Translate<'beam'>, nats: number): string =>
  t('beam.score', { number: short(nats, t.language) });

/** The words of a beginning, up to a node. */
function beginning(beam: PictureBeam, place: BeamPlace, label: BeamInput['label']): string {
  const path = chosenPath({ steps: beam.steps, chosen: [place.step, place.index] });
  const words = path.flatMap((index, step) => {
    const node = beam.steps[step]?.[index];
    return node ? [label(node)] : [];
  });
  return spacedWords(words);
}

/** The tree laid out in the page's own type; null before that is known. */
function useTree({ beam }: BeamViewProps, label: BeamInput['label'], dropped: boolean) {
  const [room, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const typeface = useTypeface(room);
  const tree = useMemo((): BeamLayout | null => {
    if (!typeface || !room.current || width === 0) return null;
    const fontPx = Number.parseFloat(getComputedStyle(room.current).fontSize);
    // Chosen words are bold.
    const measure = (text: string) => Math.ceil(typeface.measure(text, fontPx) * 1.08 + PADDING_EM * fontPx);
    const roomPx = width - 2 * MARGIN_EM * fontPx;
    const rows = { rowPx: ROW_EM * fontPx, gapPx: GAP_EM * fontPx, roomPx };
    return beamTree({ beam, dropped, measure, label, ...rows });
  }, [typeface, beam, dropped, label, width, room]);
  const chosenPx = tree?.places[0]?.yPx ?? 0;
  useLayoutEffect(() => {
    const element = room.current;
    if (element) element.scrollTop = chosenPx - element.clientHeight / 2;
  }, [chosenPx, room]);
  return { room, tree };
}

interface NodesProps {
  readonly tree: BeamLayout;
  readonly nameOf: (place: BeamPlace) => string;
  readonly lang: string;
  readonly onPoint: (place: BeamPlace | null) => void;
}

/** The nodes, one tab stop among them: arrows walk along the branches. */
function Nodes({ tree, nameOf, lang, onPoint }: NodesProps) {
  const { places } = tree;
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const [at, setAt] = useState(0);
  const stop = at < places.length ? at : 0;
  const onKeyDown = (event: KeyboardEvent, i: number) => {
    if (!isBeamKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.current.get(moveInTree(places, i, event.key))?.focus();
  };
  return places.map((place, i) => (
    <button
      key={`${place.step}/${place.index}`}
      type="button"
      className="bt-node"
      data-fate={place.fate}
      data-chosen={place.chosen || undefined}
      style={{ left: place.xPx, top: place.yPx, width: place.widthPx }}
      aria-label={nameOf(place)}
      tabIndex={i === stop ? 0 : -1}
      lang={lang}
      ref={(button) => {
        if (button) buttons.current.set(i, button);
        else buttons.current.delete(i);
      }}
      onKeyDown={(event) => onKeyDown(event, i)}
      onFocus={() => {
        setAt(i);
        onPoint(place);
      }}
      onBlur={() => onPoint(null)}
      onClick={() => onPoint(place)}
      onPointerEnter={() => onPoint(place)}
      onPointerLeave={() => onPoint(null)}
    >
      {place.text}
    </button>
  ));
}

function Lines({ tree }: { readonly tree: BeamLayout }) {
  // The chosen sentence's line is drawn over the others.
  const children = [...tree.places].sort((a, b) => Number(a.chosen) - Number(b.chosen));
  return (
    <svg width={tree.widthPx} height={tree.heightPx} aria-hidden="true">
      {children.map((place) => {
        const parent = tree.places[place.parent ?? -1];
        return parent ? (
          <path
            key={`${place.step}/${place.index}`}
            d={beamLine(parent, place, tree.widthPx)}
            data-chosen={place.chosen || undefined}
            data-fate={place.fate}
          />
        ) : null;
      })}
    </svg>
  );
}

/** What the tree says, in sentences. */
function Sentences({ beam, t, lang, label }: BeamViewProps & { readonly label: BeamInput['label'] }) {
  const list = useRef<HTMLOListElement>(null);
  const more = useScrollRoom(list, beam);
  return (
    <section className="bt-sentences">
      <h3>{t('beam.sentences')}</h3>
      <ol className="fades" data-more={more} ref={list}>
        {beamSentences(beam, label).map((sentence) => (
          <li
            key={`${sentence.texts.join(' ')}/${sentence.score}`}
            data-chosen={sentence.chosen || undefined}
          >
            <span lang={lang}>{spacedWords(sentence.texts)}</span>
            <span className="bt-score">{scoreText(t, sentence.score)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Beam search as a tree, and its finished sentences as a list. */
export function BeamView(props: BeamViewProps) {
  const { beam, endId, t, lang } = props;
  const [dropped, setDropped] = useState(false);
  const [pointed, setPointed] = useState<BeamPlace | null>(null);
  const label = useMemo(
    (): BeamInput['label'] => (node) =>
      node.id === endId ? END_SIGN : tokenLabel({ text: node.text, role: 'text' }),
    [endId],
  );
  const { room, tree } = useTree(props, label, dropped);
  const more = useMore(room, tree);
  const nameOf = (place: BeamPlace): string => {
    if (place.step < 0) return t('beam.start');
    const fate = t(place.chosen ? 'beam.chosen' : FATES[place.fate]);
    return t('beam.node', { text: beginning(beam, place, label), score: scoreText(t, place.score), fate });
  };
  return (
    <div className="bt-root" data-kind="decoder">
      <section className="bt-frame" aria-label={t('beam.label')}>
        <div className="bt-room fades" data-more={more} ref={room}>
          {tree ? (
            <div className="bt-tree" style={{ width: tree.widthPx, height: tree.heightPx }}>
              <Lines tree={tree} />
              <Nodes tree={tree} nameOf={nameOf} lang={lang} onPoint={setPointed} />
            </div>
          ) : null}
        </div>
      </section>
      <div className="bt-line">
        <p>{pointed ? nameOf(pointed) : t('beam.hint')}</p>
        <Button
          label={t('beam.dropped')}
          look="quiet"
          pressed={dropped}
          onPress={() => setDropped((last) => !last)}
        />
      </div>
      <Sentences {...props} label={label} />
    </div>
  );
}
