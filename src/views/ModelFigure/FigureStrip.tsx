import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  ATTENTION,
  type AttentionKind,
  attentionStage,
  entryStages,
  type ModelInfo,
  type StageName,
  shownStages,
} from '../../contract/index.ts';
import { Button, Menu, ToggleGroup } from '../../ui/index.ts';
import { stageTitle } from '../shared/stageTitle.ts';
import { AboutLines, AddingToggle, headingText, type PointedLines } from './FigureHeading.tsx';
import { chosenIn, HeadRowView } from './HeadRowView.tsx';
import type { ThumbnailRow } from './parts.ts';
import type { FigureBars as Bars, ModelFigureProps } from './props.ts';
import { RowCaption } from './RowCaption.tsx';
import type { RowContext } from './rowContext.ts';

/** Which page is in front, and a way to bring another there; the chosen layer's page is brought by itself. */
function usePages(track: RefObject<HTMLDivElement | null>, pages: number, chosenLayer: number) {
  const [page, setPage] = useState(chosenLayer);
  const show = (index: number) => {
    const element = track.current;
    if (element) element.scrollTo({ left: index * element.clientWidth });
  };
  useEffect(() => {
    const element = track.current;
    if (element) element.scrollTo({ left: Math.min(chosenLayer, pages - 1) * element.clientWidth });
  }, [track, pages, chosenLayer]);
  const onScroll = () => {
    const element = track.current;
    if (element && element.clientWidth > 0) setPage(Math.round(element.scrollLeft / element.clientWidth));
  };
  return { page: Math.min(page, pages - 1), show, onScroll };
}

export interface FigureStripProps {
  readonly info: ModelInfo;
  readonly pages: readonly (readonly ThumbnailRow[])[];
  readonly figure: ModelFigureProps;
  readonly context: RowContext;
  readonly about: PointedLines | null;
}

function Page({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="figure-page" aria-label={name}>
      {children}
    </section>
  );
}

/** The figure for a narrow screen: a layer to a page, swiped or chosen by its number. */
export function FigureStrip({ info, pages, figure, context, about }: FigureStripProps) {
  const { t, frames, chosen } = figure;
  const track = useRef<HTMLDivElement>(null);
  const { page, show, onScroll } = usePages(track, pages.length, chosen.layer);
  let index = -1;
  return (
    <div className="figure-strip">
      <div className="figure-strip-head">
        <h2>{headingText(t, info)}</h2>
        <div className="figure-strip-layers">
          <ToggleGroup
            label={t('figure.layers')}
            value={`${page}`}
            options={pages.map((_, i) => ({
              value: `${i}`,
              label: `${i + 1}`,
              title: t('figure.layer', { layer: i + 1 }),
            }))}
            onChange={(value) => show(Number(value))}
          />
        </div>
      </div>
      <div className="figure-strip-head">
        <AboutLines t={t} about={about} note={figure.note} touch />
        <AddingToggle figure={figure} />
      </div>
      <div className="figure-track" ref={track} onScroll={onScroll}>
        {pages.map((rows, layer) => (
          <Page key={`layer ${layer + 1}`} name={t('figure.layer', { layer: layer + 1 })}>
            {rows.map((row) => {
              index += 1;
              return (
                <div key={row.kind}>
                  <div className="figure-strip-caption" data-kind={row.kind}>
                    <RowCaption figure={figure} row={row} />
                  </div>
                  <HeadRowView
                    {...row}
                    index={index}
                    frame={frames.get(attentionStage(row.kind, row.layer, 'pattern'))}
                    before={figure.changed?.before?.get(attentionStage(row.kind, row.layer, 'pattern'))}
                    chosen={chosenIn(chosen, row.kind, row.layer)}
                    context={context}
                  />
                </div>
              );
            })}
          </Page>
        ))}
      </div>
      {figure.bars ? (
        <StripStages
          t={t}
          bars={figure.bars}
          kinds={(pages[page] ?? []).map(({ kind }) => kind)}
          layer={page}
        />
      ) : null}
    </div>
  );
}

/** A layer's other stages, from the input upwards; under the lowest layer also what it is made of. */
function stagesOf(kinds: readonly AttentionKind[], layer: number): readonly StageName[] {
  const parts = [...new Set(kinds.map((kind) => ATTENTION[kind].part))];
  return parts.flatMap((part) => [
    ...(layer === 0 ? entryStages(part) : []),
    ...shownStages(part, layer, kinds),
  ]);
}

/** On a narrow screen there is no room for bars a finger could hit: a list of them instead. */
function StripStages(props: {
  readonly bars: Bars;
  readonly t: ModelFigureProps['t'];
  readonly kinds: readonly AttentionKind[];
  readonly layer: number;
}) {
  const { bars, t, kinds, layer } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const close = useCallback(() => setAnchor(null), []);
  const stages = stagesOf(kinds, layer);
  return (
    <div className="figure-strip-stages">
      <Button
        ref={button}
        label={t('changed.barsList')}
        icon="more"
        look="quiet"
        onPress={() => setAnchor(button.current?.getBoundingClientRect() ?? null)}
      />
      {anchor ? (
        <Menu
          label={t('changed.bars')}
          anchor={anchor}
          items={stages.map((stage) => ({
            id: stage,
            label: stageTitle(t, stage),
            checked: bars.open === stage,
          }))}
          onChoose={(id) => {
            close();
            const stage = stages.find((one) => one === id);
            if (stage) bars.onOpen(stage);
          }}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
