import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ATTENTION, type AttentionKind, isSelf } from '../../contract/index.ts';
import { LECTURE_PRODUCTS, MATRICES } from '../../layout/index.ts';
import { Button, ToggleGroup, useSize } from '../../ui/index.ts';
import { Formula } from '../shared/Formula.tsx';
import { Lanes } from './Lanes.tsx';
import { MatrixBlock } from './MatrixBlock.tsx';
import './MatrixView.css';
import type { MatrixViewProps, PointedNumber } from './props.ts';
import { RowWords } from './RowWords.tsx';
import './sizes.css';
import { useMatrices } from './useMatrices.ts';

/** Which rows of K and V a row reads is the kind's. */
function sentenceOf(kind: AttentionKind) {
  if (!isSelf(kind)) return 'matrices.sentenceCross';
  return ATTENTION[kind].causal ? 'matrices.sentenceCausal' : 'matrices.sentence';
}

/** A head as matrices, as the lecture ends it: every row is a word on its own way, and all go at once. */
export function MatrixView(props: MatrixViewProps) {
  const { kind, queryTokens, t, onCell, onClose, takesFocus = false } = props;
  const [roomRef, room] = useSize<HTMLDivElement>();
  const { tables, factor, laid, pointed, setPointed, lit, said, product } = useMatrices(props, roomRef, room);
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
  const scrolls = laid && room && !laid.flow.isColumn && laid.flow.heightPx > room.height;
  const shared = { kind, theme, palette, t, factor, lit, all, pointed, said };
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
      <header className="mv-head">
        <p className="mv-sentence">{t(sentenceOf(kind))}</p>
        <ToggleGroup
          label={t('matrices.light')}
          value={light}
          options={[
            { value: 'one', label: t('matrices.one') },
            { value: 'all', label: t('matrices.all') },
          ]}
          onChange={setLight}
        />
        <Button
          label={t('matrices.close')}
          icon="close"
          look="quiet"
          keys="Escape"
          onPress={onClose}
          iconOnly
        />
      </header>
      <div className="mv-room" ref={roomRef} data-scrolls={scrolls || undefined}>
        {laid && (
          <div
            className="mv-picture"
            style={{ width: laid.flow.widthPx, height: laid.flow.heightPx, fontSize: laid.fontPx }}
          >
            <Lanes flow={laid.flow} T={queryTokens.length} row={lit.query} all={all} />
            {laid.flow.places.map((place) => {
              const isKey = place.name === 'K' || place.name === 'V';
              const row = (index: number | null) =>
                setPointed(index === null ? null : { name: place.name, row: index, column: 0 });
              return (
                <div key={place.name}>
                  {place.hasWords && (
                    <RowWords
                      place={place}
                      labels={isKey ? laid.keys : laid.queries}
                      labelPx={laid.flow.labelPx}
                      lit={isKey ? lit.key : lit.query}
                      onPoint={row}
                    />
                  )}
                  <MatrixBlock
                    {...shared}
                    place={place}
                    table={tables.get(place.name) ?? null}
                    captionPx={laid.captionPx}
                    onPoint={setPointed}
                    onPress={press}
                  />
                </div>
              );
            })}
          </div>
        )}
      </div>
      <footer className="mv-foot">
        <p className="mv-said">{foot}</p>
        {product === '' ? (
          <p className="mv-quiet">
            {t('matrices.lecture')}
            {LECTURE_PRODUCTS.map((one) => (
              <Formula key={JSON.stringify(one)} of={one} t={t} />
            ))}
          </p>
        ) : (
          <p className="mv-quiet mv-product">{product}</p>
        )}
      </footer>
    </section>
  );
}
