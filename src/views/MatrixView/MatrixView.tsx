import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ATTENTION, type AttentionKind, isSelf, MATRIX_WORDS } from '../../contract/index.ts';
import { MATRICES } from '../../layout/index.ts';
import { Button, ToggleGroup, useSize } from '../../ui/index.ts';
import { Lanes } from './Lanes.tsx';
import { MatrixBlock } from './MatrixBlock.tsx';
import './labels.css';
import './MatrixView.css';
import type { MatrixViewProps, PointedNumber } from './props.ts';
import { Signs } from './Signs.tsx';
import './sizes.css';
import { useMatrices } from './useMatrices.ts';
import { Words } from './Words.tsx';

/** Which rows of K and V (or columns) a word reads is the kind's. */
function sentenceOf(kind: AttentionKind) {
  if (!isSelf(kind)) return 'cross';
  return ATTENTION[kind].causal ? 'causal' : 'self';
}

/** A head as matrices, as the lecture ends it: every word is on its own way, and all go at once. */
export function MatrixView(props: MatrixViewProps) {
  const { kind, words, queryTokens, t, onCell, onClose, takesFocus = false } = props;
  const [roomRef, room] = useSize<HTMLDivElement>();
  const seen = useMatrices(props, roomRef, room);
  const { tables, factor, laid, pointed, setPointed, lit, said, product } = seen;
  const [light, setLight] = useState<'one' | 'all'>('one');
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  const press = ({ name, row, column }: PointedNumber) => {
    if (name === 'A' || name === 'Ahat') onCell?.({ query: row, key: column });
  };
  const all = light === 'all';
  const isWaiting = tables.size < MATRICES.length;
  const idle = isWaiting ? t('matrices.waiting') : t('matrices.hint');
  const foot = pointed ? said(pointed) : idle;
  const { theme, palette } = props;
  const scrolls = laid && room && !laid.flow.isPile && laid.flow.heightPx > room.height;
  const shared = { kind, words, theme, palette, t, factor, lit, all, pointed, said };
  return (
    <section
      className="mv-root"
      data-view="matrix-view"
      data-kind={kind}
      aria-label={t('matrices.label')}
      ref={root}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="mv-frame">
        <p className="mv-sentence">{t(`matrices.sentence.${words}.${sentenceOf(kind)}`)}</p>
        <div className="mv-tools">
          <ToggleGroup
            label={t('matrices.words')}
            value={words}
            options={MATRIX_WORDS.map((value) => ({
              value,
              label: t(`matrices.words.${value}`),
              title: t(`matrices.words.${value}Help`),
            }))}
            onChange={props.onWords}
          />
          <Button
            label={t('matrices.close')}
            icon="close"
            look="quiet"
            keys="Escape"
            onPress={onClose}
            iconOnly
          />
          <ToggleGroup
            label={t('matrices.light')}
            value={light}
            options={[
              { value: 'one', label: t('matrices.one') },
              { value: 'all', label: t('matrices.all') },
            ]}
            onChange={setLight}
          />
        </div>
        <div className="mv-room" ref={roomRef} data-scrolls={scrolls || undefined}>
          {laid && (
            <div
              className="mv-picture"
              style={{ width: laid.flow.widthPx, height: laid.flow.heightPx, fontSize: laid.fontPx }}
            >
              <Lanes flow={laid.flow} T={queryTokens.length} word={lit.query} all={all} />
              <Signs flow={laid.flow} />
              {laid.flow.words.map((place) => (
                <Words
                  key={`${place.side} ${place.x} ${place.y}`}
                  place={place}
                  labels={laid[place.axis]}
                  labelPx={laid.labelPx}
                  fontPx={laid.fontPx}
                  named={seen.named[place.axis]}
                  lit={lit[place.axis]}
                  onPoint={(row) => setPointed(row === null ? null : { name: place.by, row, column: 0 })}
                />
              ))}
              {laid.flow.places.map((place) => (
                <MatrixBlock
                  key={place.name}
                  {...shared}
                  place={place}
                  table={tables.get(place.name) ?? null}
                  onPoint={setPointed}
                  onPress={press}
                />
              ))}
            </div>
          )}
        </div>
        <footer className="mv-foot">
          <p className="mv-said" data-idle={pointed === null || undefined}>
            {foot}
          </p>
          <p className="mv-quiet mv-product">{product}</p>
        </footer>
      </div>
    </section>
  );
}
