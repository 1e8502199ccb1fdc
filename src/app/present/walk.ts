import type { Shown } from '../../contract/index.ts';
import { INSPECT_STEPS } from '../../layout/index.ts';
import type { Choice, WorkPatch } from '../../state/index.ts';
import { type Seen, see, seenOf } from '../view/currentView.ts';

/** What a clicker passes on its way. */
export interface Stop {
  readonly seen: Seen;
  /** Of a changed model: which side of the change. */
  readonly shown?: Shown;
  /** Of one number: its step. */
  readonly inspect?: number;
  /** Of the decoder: the word it writes. */
  readonly step?: number;
}

export interface Walk {
  /** Something in the model is changed: before and after are stops of their own. */
  readonly changed: boolean;
  /** A cell is pinned, whose number can be followed. */
  readonly pinned: boolean;
  /** Words of the French. */
  readonly words: number;
}

const SIDES = ['before', 'after', 'difference'] as const satisfies readonly Shown[];

/**
 * The stops of a clicker in their order: the head before and after a change, its arcs, the pinned number step by step,
 * the matrices, and the decoder word by word.
 */
function stopsOf({ changed, pinned, words }: Walk): readonly Stop[] {
  return [
    ...(changed ? SIDES.map((shown): Stop => ({ seen: 'heatmap', shown })) : [{ seen: 'heatmap' } as const]),
    { seen: 'arcs' },
    ...(pinned ? INSPECT_STEPS.map((_, inspect): Stop => ({ seen: 'cell', inspect })) : []),
    { seen: 'matrices' },
    ...Array.from({ length: words }, (_, step): Stop => ({ seen: 'time', step })),
  ];
}

type Here = Pick<Choice, 'view' | 'weigh' | 'shown' | 'inspect' | 'step'>;

/** How well a stop fits what is on screen: the view, then the place in it. */
function isHere(stop: Stop, here: Here): boolean {
  return (
    stop.seen === seenOf(here) &&
    (stop.shown ?? here.shown) === here.shown &&
    (stop.inspect ?? here.inspect) === here.inspect &&
    (stop.step ?? here.step) === here.step
  );
}

/**
 * The stop a press leads to; null at either end. A view that is no stop leads to the first one.
 * @param by 1 on, −1 back
 */
export function nextStop(walk: Walk, here: Here, by: 1 | -1): Stop | null {
  const stops = stopsOf(walk);
  const at = stops.findIndex((stop) => isHere(stop, here));
  // Among the views, but at no stop of its own: a decoder that shows its whole sentence, say.
  const near = at >= 0 ? at : stops.findIndex((stop) => stop.seen === seenOf(here));
  return near < 0 ? (stops[0] ?? null) : (stops[near + by] ?? null);
}

/** What is chosen so that a stop is seen. */
export function stopPatch(stop: Stop, here: Here): WorkPatch {
  const { seen, ...place } = stop;
  return { ...see(seen, here), ...place };
}
