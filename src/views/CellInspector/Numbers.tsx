import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useState,
} from 'react';
import { signed, type Vector } from '../../layout/index.ts';
import './Numbers.css';
import type { StepSetting, StripName } from './props.ts';
import type { SharedPlace } from './sharedPlace.ts';

export interface NumbersProps {
  readonly setting: StepSetting;
  readonly name: StripName;
  /** The word they belong to; empty for none. */
  readonly word: string;
  /** What is written before them: a letter, and the word. */
  readonly label: ReactNode;
  readonly vector: Vector;
  /** Which of the numbers each is, from 0, where they stand in another order. */
  readonly order?: readonly number[];
  /** The place of the number that is followed. */
  readonly mark?: number;
  /** Written behind them while nothing is pointed at; else the largest number. */
  readonly note?: ReactNode;
  /** Instead of the nth number and its value. */
  readonly said?: (index: number) => string;
  /** With other rows of as many numbers: what is pointed at in one is lit in all. */
  readonly place?: SharedPlace;
  /** A click or Enter does something with a number: what, in words, and does it. */
  readonly pick?: { readonly hint: string; readonly at: (index: number) => void };
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Which of the numbers is pointed at, by the pointer or by keys. */
function useCursor(count: number, first: number, { place, pick }: Pick<NumbersProps, 'place' | 'pick'>) {
  const [hovered, setHovered] = useState<number | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const clamp = (at: number) => Math.max(0, Math.min(count - 1, at));
  const under = ({ currentTarget, clientX }: MouseEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return clamp(Math.floor(((clientX - left) / width) * count));
  };
  const point = (hover: number | null, key: number | null) => {
    setHovered(hover);
    setCursor(key);
    place?.onAt(hover ?? key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : undefined;
    const picks = pick !== undefined && event.key === 'Enter';
    if (!step && !picks) return;
    // The inspector's own arrows go from step to step.
    event.preventDefault();
    event.stopPropagation();
    if (step) point(null, clamp(step(cursor ?? first, count)));
    else pick?.at(clamp(cursor ?? first));
  };
  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => point(under(event), cursor),
    onPointerDown: (event: PointerEvent<HTMLElement>) => point(under(event), cursor),
    onPointerLeave: () => point(null, cursor),
    onFocus: ({ currentTarget }: { currentTarget: HTMLElement }) => {
      if (currentTarget.matches(':focus-visible')) point(hovered, cursor ?? first);
    },
    onBlur: () => point(hovered, null),
    onKeyDown,
    ...(pick && { onClick: (event: MouseEvent<HTMLElement>) => pick.at(under(event)) }),
  };
  return { at: place ? place.at : (hovered ?? cursor), stands: clamp(cursor ?? first), handlers };
}

/** A row of numbers: its name, its picture, and behind it the number under the pointer or under the keys. */
export function Numbers(
  props: NumbersProps & {
    readonly className: string;
    readonly style?: CSSProperties;
    readonly children: (at: number | null) => ReactNode;
  },
) {
  const { setting, vector } = props;
  const { t } = setting;
  const count = vector.values.length;
  const { at, stands, handlers } = useCursor(count, props.mark ?? vector.largest, props);
  const nth = (index: number) => t('inspect.nth', { n: (props.order?.[index] ?? index) + 1 });
  const plain = (index: number) => `${nth(index)}: ${signed(vector.values[index] ?? 0, 3, t.language)}`;
  const said = props.said ?? plain;
  const { largest: top } = vector;
  const most = vector.values[top] ?? 0;
  const largest =
    most === 0
      ? signed(0, 0, t.language)
      : t('inspect.largest', { value: signed(most, 3, t.language), nth: nth(top) });
  const short = most === 0 ? largest : t('inspect.largestShort', { value: signed(most, 3, t.language) });
  return (
    <div className="cn-row" data-strip={props.name}>
      <span className="cn-label">{props.label}</span>
      <div
        className={`cn-box ${props.className}`}
        role="slider"
        tabIndex={0}
        aria-readonly="true"
        data-picks={props.pick && true}
        aria-label={[
          t(`inspect.strip.${props.name}`, { word: props.word }),
          t('inspect.count', { n: count }),
          largest,
          ...(props.pick ? [props.pick.hint] : []),
        ].join(', ')}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={stands + 1}
        aria-valuetext={said(stands)}
        style={props.style}
        {...handlers}
      >
        {props.children(at)}
      </div>
      <span className="cn-note" aria-hidden="true" data-at={at !== null || undefined}>
        {at === null ? (props.note ?? short) : said(at)}
      </span>
    </div>
  );
}
