import { type RefObject, useCallback, useEffect, useState } from 'react';
import './ModelFigure.css';
import { ATTENTION, type HeadAt, type ModelInfo, PARTS, type Part } from '../../contract/index.ts';
import { Menu, type SizePx, useSize, useUnit } from '../../ui/index.ts';
import { shownHead, spokenHead } from '../shared/headNames.ts';
import { actOf, headMenu, stateWords } from '../shared/headStates.ts';
import { usePixelRatio } from '../shared/usePixelRatio.ts';
import type { PointedLines } from './FigureHeading.tsx';
import { FigureMap } from './FigureMap.tsx';
import { FigureStrip } from './FigureStrip.tsx';
import type { FocusRow } from './focus.ts';
import { figureGeometry } from './geometry.ts';
import type { ThumbnailRow } from './parts.ts';
import type { ModelFigureProps } from './props.ts';
import type { RowContext } from './rowContext.ts';
import { stripPages } from './stripRows.ts';
import { type Roving, useRoving } from './useRoving.ts';

/** "encoder, layer 3, head 5, links a pronoun to its noun, chosen, switched off: gives nothing". */
function nameHead({ labels, t, changed }: ModelFigureProps): RowContext['nameOf'] {
  const texts = new Map(labels.map((one) => [`${one.kind}/${one.layer}/${one.head}`, one.text]));
  return (at, chosen, state) =>
    [
      spokenHead(t, at),
      texts.get(`${at.kind}/${at.layer}/${at.head}`),
      chosen ? t('head.chosen') : undefined,
      ...(changed ? stateWords(state, t) : []),
    ]
      .filter((part) => part !== undefined)
      .join(', ');
}

/** The same for the eye, in two lines. */
function aboutHead({ labels, t, changed }: ModelFigureProps, at: HeadAt): PointedLines {
  const { kind, layer, head } = at;
  const known = labels.find((one) => one.kind === kind && one.layer === layer && one.head === head);
  const state = changed ? stateWords(changed.stateOf(at), t).join(' · ') : '';
  // What was done to it is news; what it does is known from its picture.
  return { name: shownHead(t, at), what: state || (known?.text ?? '') };
}

const laneOf = (part: Part) => PARTS.indexOf(part);

interface Placed {
  readonly rows: readonly (ThumbnailRow & FocusRow)[];
  /** The bars and boxes, for the keyboard; none in a strip. */
  readonly bars: readonly FocusRow[];
  readonly view: (context: RowContext, about: PointedLines | null, bars: Roving) => React.ReactNode;
}

function placeMap(info: ModelInfo, size: SizePx, unit: number, figure: ModelFigureProps): Placed {
  const at = figureGeometry(info, size, figure.variant === 'bare' ? 'bare' : 'figure', unit);
  return {
    rows: at.rows.map((row) => ({ ...row, lane: laneOf(ATTENTION[row.kind].part) })),
    bars: at.steps.map(({ box, part }) => ({ heads: 1, columns: 1, box, lane: laneOf(part) })),
    view: (context, about, bars) => (
      <FigureMap info={info} at={at} figure={figure} context={context} about={about} bars={bars} />
    ),
  };
}

function placeStrip(info: ModelInfo, size: SizePx, figure: ModelFigureProps): Placed {
  const pages = stripPages(info, size.width);
  return {
    rows: pages.flatMap((rows, lane) => rows.map((row) => ({ ...row, lane }))),
    bars: [],
    view: (context, about) => (
      <FigureStrip info={info} pages={pages} figure={figure} context={context} about={about} />
    ),
  };
}

/** Distance kept between the chosen row and the edge of a figure that scrolls: its caption and bars. */
const ROW_MARGIN_PX = 40;

/** Brings the chosen row into a figure that is higher than its room, without moving anything around the figure. */
function useShown(frame: RefObject<HTMLElement | null>, row: ThumbnailRow | undefined, on: boolean) {
  const top = row?.box.y;
  const bottom = row && row.box.y + row.box.height;
  useEffect(() => {
    const element = frame.current;
    if (!element || !on || top === undefined || bottom === undefined) return;
    const [from, to] = [element.scrollTop, element.scrollTop + element.clientHeight];
    if (top - ROW_MARGIN_PX < from) element.scrollTop = top - ROW_MARGIN_PX;
    else if (bottom + ROW_MARGIN_PX > to) element.scrollTop = bottom + ROW_MARGIN_PX - element.clientHeight;
  }, [frame, on, top, bottom]);
}

interface SizedProps {
  /** The element that scrolls. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly info: ModelInfo;
  readonly size: SizePx;
  readonly figure: ModelFigureProps;
}

/** The menu of one thumbnail, beside it. */
function useHeadMenu(figure: ModelFigureProps) {
  const [open, setOpen] = useState<{ readonly at: HeadAt; readonly anchor: DOMRect } | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const onMenu = (at: HeadAt, element: HTMLElement) =>
    setOpen({ at, anchor: element.getBoundingClientRect() });
  const { changed, t } = figure;
  const menu =
    open && changed ? (
      <Menu
        label={t('changed.menu', { head: shownHead(t, open.at) })}
        items={headMenu(changed.stateOf(open.at), t)}
        anchor={open.anchor}
        onChoose={(id) => {
          close();
          const act = actOf(id);
          if (act) changed.onAct?.(act, open.at);
        }}
        onClose={close}
      />
    ) : null;
  return { onMenu, menu };
}

const HOME = { row: 0, head: 0 };

function SizedFigure({ frame, info, size, figure }: SizedProps) {
  const { chosen } = figure;
  const unit = useUnit();
  const placed =
    figure.variant === 'strip' ? placeStrip(info, size, figure) : placeMap(info, size, unit, figure);
  const chosenRow = placed.rows.findIndex((row) => row.kind === chosen.kind && row.layer === chosen.layer);
  const roving = useRoving(placed.rows, { row: Math.max(0, chosenRow), head: chosen.heads[0] ?? 0 });
  const bars = useRoving(placed.bars, HOME);
  useShown(frame, placed.rows[chosenRow], figure.variant !== 'strip');
  const [pointed, setPointed] = useState<HeadAt | null>(null);
  const { onMenu, menu } = useHeadMenu(figure);
  const context: RowContext = {
    theme: figure.theme,
    palette: figure.palette,
    pixelRatio: usePixelRatio(),
    roving,
    changed: figure.changed,
    onChoose: (kind, layer, head, additive) =>
      figure.onChoose(kind, layer, head, additive || (figure.adding?.on ?? false)),
    onMenu,
    onPoint: setPointed,
    nameOf: nameHead(figure),
  };
  return (
    <>
      {placed.view(context, pointed && aboutHead(figure, pointed), bars)}
      {menu}
    </>
  );
}

/**
 * The figure of "Attention is all you need", each Multi-Head Attention box filled with its heads' live patterns. A
 * click or Enter chooses a head; with shift or ctrl it is added or taken away.
 */
export function ModelFigure(props: ModelFigureProps) {
  const [ref, measured] = useSize<HTMLElement>();
  const size = props.sizePx ?? measured;
  const drawn = props.info && size && size.width > 0 ? { info: props.info, size } : null;
  return (
    <section ref={ref} className="figure" data-variant={props.variant} aria-label={props.t('figure.label')}>
      {drawn ? <SizedFigure frame={ref} {...drawn} figure={props} /> : null}
    </section>
  );
}
