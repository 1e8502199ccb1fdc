import { type RefObject, useEffect, useMemo, useState } from 'react';
import './ModelFigure.css';
import type { AttentionKind, ModelInfo } from '../../contract/index.ts';
import { type SizePx, useSize } from '../../ui/index.ts';
import type { About } from './FigureHeading.tsx';
import { FigureMap } from './FigureMap.tsx';
import { FigureStrip } from './FigureStrip.tsx';
import type { FocusRow } from './focus.ts';
import { figureGeometry, type HeadRow } from './geometry.ts';
import type { PointedHead, RowContext } from './HeadRowView.tsx';
import type { LabelledHead, ModelFigureProps, ModelFigureWords } from './props.ts';
import { stripPages } from './stripRows.ts';
import { usePixelRatio } from './usePixelRatio.ts';
import { useRoving } from './useRoving.ts';

/** "encoder, layer 3, head 5, links a pronoun to its noun, chosen". */
function nameHead(labels: readonly LabelledHead[], words: ModelFigureWords): RowContext['nameOf'] {
  const texts = new Map(labels.map((one) => [`${one.kind}/${one.layer}/${one.head}`, one.text]));
  return (kind, layer, head, chosen) =>
    [
      words.head(kind, layer + 1, head + 1),
      texts.get(`${kind}/${layer}/${head}`),
      chosen ? words.chosen : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(', ');
}

/** The same for the eye, in two lines. */
function aboutHead({ labels, words }: ModelFigureProps, { kind, layer, head }: PointedHead): About {
  const known = labels.find((one) => one.kind === kind && one.layer === layer && one.head === head);
  return { name: words.headShown(kind, layer + 1, head + 1), what: known?.text ?? '' };
}

const laneOf = (kind: AttentionKind) => (kind === 'encoder' ? 0 : 1);

interface Placed {
  readonly rows: readonly (HeadRow & FocusRow)[];
  readonly view: (context: RowContext, about: About | null) => React.ReactNode;
}

function placeMap(info: ModelInfo, size: SizePx, figure: ModelFigureProps): Placed {
  const at = figureGeometry(info, size, figure.variant === 'bare' ? 'bare' : 'figure');
  return {
    rows: at.rows.map((row) => ({ ...row, lane: laneOf(row.kind) })),
    view: (context, about) => (
      <FigureMap info={info} at={at} figure={figure} context={context} about={about} />
    ),
  };
}

function placeStrip(info: ModelInfo, size: SizePx, figure: ModelFigureProps): Placed {
  const pages = stripPages(info, size.width);
  return {
    rows: pages.flatMap((rows, lane) => rows.map((row) => ({ ...row, lane }))),
    view: (context, about) => <FigureStrip pages={pages} figure={figure} context={context} about={about} />,
  };
}

/** Distance kept between the chosen row and the edge of a figure that scrolls: its caption and bars. */
const ROW_MARGIN_PX = 40;

/** Brings the chosen row into a figure that is higher than its room, without moving anything around the figure. */
function useShown(frame: RefObject<HTMLElement | null>, row: HeadRow | undefined, on: boolean) {
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

function SizedFigure({ frame, info, size, figure }: SizedProps) {
  const { chosen, labels, words } = figure;
  const placed = figure.variant === 'strip' ? placeStrip(info, size, figure) : placeMap(info, size, figure);
  const chosenRow = placed.rows.findIndex((row) => row.kind === chosen.kind && row.layer === chosen.layer);
  const roving = useRoving(placed.rows, { row: Math.max(0, chosenRow), head: chosen.heads[0] ?? 0 });
  useShown(frame, placed.rows[chosenRow], figure.variant !== 'strip');
  const [pointed, setPointed] = useState<PointedHead | null>(null);
  const nameOf = useMemo(() => nameHead(labels, words), [labels, words]);
  const context: RowContext = {
    theme: figure.theme,
    palette: figure.palette,
    pixelRatio: usePixelRatio(),
    roving,
    onChoose: (kind, layer, head, additive) =>
      figure.onChoose(kind, layer, head, additive || (figure.adding?.on ?? false)),
    onPoint: setPointed,
    nameOf,
  };
  return placed.view(context, pointed && aboutHead(figure, pointed));
}

/**
 * The figure of "Attention is all you need", each Multi-Head Attention box filled with its heads' live patterns. A click
 * or Enter chooses a head; with shift or ctrl it is added or taken away.
 */
export function ModelFigure(props: ModelFigureProps) {
  const [ref, measured] = useSize<HTMLElement>();
  const size = props.sizePx ?? measured;
  const drawn = props.info && size && size.width > 0 ? { info: props.info, size } : null;
  return (
    <section ref={ref} className="figure" data-variant={props.variant} aria-label={props.words.label}>
      {drawn ? <SizedFigure frame={ref} {...drawn} figure={props} /> : null}
    </section>
  );
}
