import type { View } from '../../contract/index.ts';
import type { Choice, WorkPatch } from '../../state/index.ts';

/** What the right pane shows: a view, or the heatmap's weights beside their gradients. */
export type Seen = View | 'gradient';

/** The two drawings of a pattern, side by side on the page. */
export const PATTERN_VIEWS = ['heatmap', 'arcs'] as const satisfies readonly View[];
export type PatternView = (typeof PATTERN_VIEWS)[number];

/**
 * All others, behind one button: first those about the chosen head, then those about more than one, then those about
 * the French.
 */
export const MORE_VIEWS = [
  'cell',
  'matrices',
  'gradient',
  'heads',
  'pair',
  'time',
  'lens',
] as const satisfies readonly Seen[];
export type MoreView = (typeof MORE_VIEWS)[number];

/** What the lecture comes back to: beside heatmap and arcs on a desk, the others behind one button. */
export const TAB_VIEWS = ['cell', 'matrices', 'time', 'pair', 'heads'] as const satisfies readonly MoreView[];
export const REST_VIEWS = ['gradient', 'lens'] as const satisfies readonly MoreView[];

type Look = Pick<Choice, 'view' | 'weigh'>;
type LookAndStep = Look & Pick<Choice, 'step'>;

const isGradient = ({ weigh }: Look): boolean => weigh === 'gradient' || weigh === 'product';

export function seenOf(look: Look): Seen {
  return look.view === 'heatmap' && isGradient(look) ? 'gradient' : look.view;
}

export function moreOf(look: Look): MoreView | null {
  const seen = seenOf(look);
  return MORE_VIEWS.find((one) => one === seen) ?? null;
}

/**
 * What is chosen so that this is seen. The gradient is a way of weighing cells, and goes when another view comes; the
 * decoder is watched from its first step.
 */
export function see(seen: Seen, now: LookAndStep): WorkPatch {
  if (seen === 'gradient')
    return { view: 'heatmap', weigh: now.weigh === 'gradient' ? 'gradient' : 'product' };
  return {
    view: seen,
    ...(isGradient(now) ? { weigh: 'pattern' } : {}),
    ...(seen === 'time' && now.step === null ? { step: 0 } : {}),
  };
}
