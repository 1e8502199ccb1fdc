import type { Page } from '@playwright/test';
import { type InspectStepName, inspectStages } from '../../src/layout/index.ts';
import { frameOf, type PlainFrame } from '../steps.ts';
import { at, isWritten, lastIn } from './numbers.ts';

/** What a step of the inspector shows, as it is written. */
export interface Shown {
  readonly step: string;
  /** Strips and bars: their name, the number they stand on, what is said of it, and their label with the largest. */
  readonly strips: readonly {
    readonly name: string;
    readonly index: number;
    readonly said: string;
    readonly label: string;
  }[];
  /** The table's rows, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  /** The line of a sum: its terms, what stands under each, and what it comes to. */
  readonly terms: readonly { readonly number: string; readonly caption: string }[];
  /** Both number lines: what stands at their dots. */
  readonly dots: readonly (readonly string[])[];
  readonly formulas: string;
  readonly numbers: string;
  readonly agrees: boolean;
}

/** Reads the step on screen, once its numbers are there. */
export async function readStep(page: Page, inspect: number): Promise<Shown> {
  return page.evaluate(async (n) => {
    await window.headlight.setState({ inspect: n });
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const text = (element: Element | null | undefined) => (element?.textContent ?? '').trim();
    const isThere = () =>
      all('.stepper-step')[n]?.getAttribute('aria-current') === 'step' &&
      document.querySelector('.app-pane-body')?.getAttribute('aria-busy') === 'false' &&
      document.querySelector('.ci-check') !== null;
    const until = performance.now() + 10_000;
    while (!isThere()) {
      if (performance.now() > until) throw new Error(`step ${n} is not there`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return {
      step: text(document.querySelector('[aria-current=step]')),
      strips: all('.ci-picture [data-strip]').map((strip) => {
        const slider = strip.querySelector('[role=slider]');
        return {
          name: strip.dataset.strip ?? '',
          index: Number(slider?.getAttribute('aria-valuenow')) - 1,
          said: slider?.getAttribute('aria-valuetext') ?? '',
          label: slider?.getAttribute('aria-label') ?? '',
        };
      }),
      rows: all('.ct-table tbody tr').map((row) => [...row.children].map(text)),
      terms: all('.cl-item:not(.cl-name)').map((item) => ({
        number: text(item.querySelector('.cl-number')),
        caption: text(item.querySelector('.cl-caption')),
      })),
      dots: all('.sp-root ul').map((list) => [...list.children].map(text)),
      formulas: text(document.querySelector('.ci-formulas')),
      numbers: text(document.querySelector('.ci-numbers')),
      agrees: document.querySelector('.ci-check')?.getAttribute('data-agrees') === 'true',
    };
  }, inspect);
}

export interface Cell {
  readonly kind: 'encoder' | 'decoder' | 'cross';
  readonly layer: number;
  readonly head: number;
  readonly query: number;
  readonly key: number;
}
type Need = keyof ReturnType<typeof inspectStages>;
export type Frames = Readonly<Record<Need, PlainFrame>>;

/** The engine's own numbers behind a sub-layer. */
export async function framesOf(page: Page, { kind, layer }: Cell, encoderLayers: number): Promise<Frames> {
  const stages = Object.entries(inspectStages(kind, layer, encoderLayers));
  const frames = await Promise.all(stages.map(async ([need, name]) => [need, await frameOf(page, name)]));
  return Object.fromEntries(frames) as Frames;
}

/** What the numbers of each strip have to be; no frame holds those that are missing here. */
function stripValues(frames: Frames, cell: Cell, step: InspectStepName, nth: number) {
  const { kind, head: h, query: i, key: j } = cell;
  const width = frames.v.shape[2] ?? 0;
  const may = (key: number) => kind !== 'decoder' || key <= i;
  const values: Readonly<Record<string, (n: number) => number>> = {
    q: (n) => at(frames.q, h, i, n),
    k: (n) => at(frames.k, h, j, n),
    v: (n) => at(frames.v, h, j, n),
    // The query's comes first, the key's after it.
    a: (n) => (nth === 0 || step === 'norm' ? at(frames.queryInput, i, n) : at(frames.keyInput, j, n)),
    products: (n) => at(frames.q, h, i, n) * at(frames.k, h, j, n),
    scores: (n) => at(frames.scores, h, i, n),
    masked: (n) => (may(n) ? at(frames.scores, h, i, n) : Number.NEGATIVE_INFINITY),
    weights: (n) => at(frames.pattern, h, i, n),
    weighted: (n) => at(frames.pattern, h, i, j) * at(frames.v, h, j, n),
    heard: (n) => at(frames.headOutput, h, i, n),
    headOutputs: (n) => at(frames.headOutput, Math.floor(n / width), i, n % width),
    joined: (n) => at(frames.attentionOutput, i, n),
    added: (n) => at(frames.queryInput, i, n) + at(frames.attentionOutput, i, n),
    result: (n) => at(frames.afterAttention, i, n),
  };
  return values;
}

/** Numbers on strips and bars that are not the engine's. */
function wrongStrips(shown: Shown, frames: Frames, cell: Cell, step: InspectStepName): readonly string[] {
  const seen = new Map<string, number>();
  return shown.strips.flatMap(({ name, index, said, label }) => {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const value = stripValues(frames, cell, step, nth)[name];
    if (!value) return [];
    const [own = ''] = said.split('→');
    // Bars of a sum stand in its order: each says which number it is.
    const which = step === 'dot' ? Number(/^no\.\s(\d+):/.exec(own)?.[1]) - 1 : index;
    const wrong = isWritten(own.replace(/^.*?:/, ''), value(which)) ? [] : [`${name}[${which}] ${said}`];
    const most = /largest in size: (\S+) \(no\.\s(\d+)\)/.exec(label);
    const right = !most || isWritten(most[1] ?? '', value(Number(most[2]) - 1));
    return right ? wrong : [...wrong, `${name} ${label}`];
  });
}

/** A row of a table is one key's, number by number. */
function wrongRows(shown: Shown, frames: Frames, cell: Cell, step: InspectStepName): readonly string[] {
  const { kind, head: h, query: i } = cell;
  const keys = Array.from({ length: frames.pattern.shape[2] ?? 0 }, (_, key) => key);
  const may = (key: number) => kind !== 'decoder' || key <= i;
  const alpha = (key: number) => (may(key) ? at(frames.scores, h, i, key) : Number.NEGATIVE_INFINITY);
  const most = Math.max(...keys.map(alpha));
  const weight = (key: number) => at(frames.pattern, h, i, key);
  const dimension = Number(shown.strips[0]?.index);
  const value = (key: number) => at(frames.v, h, key, dimension);
  const expected = (key: number) =>
    step === 'softmax'
      ? [alpha(key), Math.exp(alpha(key) - most), weight(key)]
      : [weight(key), value(key), weight(key) * value(key)];
  return shown.rows.flatMap(([word = '', ...cells]) => {
    const numbers = cells.slice(0, 3);
    if (numbers.includes('')) return []; // the row of all others
    const isOne = keys.some((key) => expected(key).every((one, n) => isWritten(numbers[n] ?? '', one)));
    return isOne ? [] : [`${step} ${word}: ${numbers.join(' ')}`];
  });
}

/** The dots of a number line are the row's numbers, each once. */
function wrongDots({ dots }: Shown, frames: Frames, { head: h, query: i }: Cell): readonly string[] {
  const root = Math.sqrt(frames.q.shape[2] ?? 1);
  const scores = Array.from({ length: frames.scores.shape[2] ?? 0 }, (_, n) => at(frames.scores, h, i, n));
  const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  return [root, 1].flatMap((times, line) => {
    const written = [...(dots[line] ?? [])].sort((a, b) => lastIn(a).value - lastIn(b).value);
    const wrong = ascending(scores).filter((score, n) => !isWritten(written[n] ?? '', score * times));
    return written.length === scores.length ? wrong.map((score) => `dot ${score * times}`) : ['dots'];
  });
}

/** Terms of a sum come to its total, as a reader adds them; and the total is this number. */
function wrongSum({ terms }: Shown, total: number): readonly string[] {
  const parts = terms.map(({ number }) => lastIn(number));
  const last = parts.pop();
  if (!last || !isWritten(terms.at(-1)?.number ?? '', total))
    return [`total ${terms.at(-1)?.number} ${total}`];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return Math.abs(sum - last.value) <= last.unit * parts.length * 1.0001 ? [] : [`sum ${sum} ${last.value}`];
}

/** What else a step writes out. */
function wrongLines(shown: Shown, frames: Frames, cell: Cell, step: InspectStepName): readonly string[] {
  const { head: h, query: i, key: j } = cell;
  const own = (name: string) => shown.strips.find((strip) => strip.name === name)?.index ?? 0;
  const score = at(frames.scores, h, i, j);
  const products = (n: number) => at(frames.q, h, i, n) * at(frames.k, h, j, n);
  if (step === 'project') return wrongSum(shown, at(frames.q, h, i, own('q')));
  if (step === 'output') return wrongSum(shown, at(frames.attentionOutput, i, own('joined')));
  if (step === 'dot') {
    const terms = shown.terms.filter(({ caption }) => /^no\./.test(caption));
    const wrong = terms.filter(
      ({ number, caption }) => !isWritten(number, products(lastIn(caption).value - 1)),
    );
    const total = Array.from({ length: frames.q.shape[2] ?? 0 }, (_, n) => products(n));
    const sum = wrongSum(
      shown,
      total.reduce((all, one) => all + one, 0),
    );
    return [...sum, ...wrong.map(({ number, caption }) => `${caption} ${number}`)];
  }
  if (step === 'scale') return [...wrongDots(shown, frames, cell), ...last(shown.formulas, score)];
  // Of a cell that may not be read there is no fraction to write; the table has its 0.
  const open = cell.kind !== 'decoder' || j <= i;
  if (step === 'softmax') return open ? last(shown.formulas, at(frames.pattern, h, i, j)) : [];
  return step === 'norm' ? last(shown.numbers, at(frames.afterAttention, i, own('result'))) : [];
}

const last = (text: string, value: number): readonly string[] =>
  isWritten(text, value) ? [] : [`${text} is not ${value}`];

/** Whatever a step shows that is not what the frames hold. */
export function wrongIn(shown: Shown, frames: Frames, cell: Cell, step: InspectStepName): readonly string[] {
  const tables = step === 'softmax' || step === 'values' ? wrongRows(shown, frames, cell, step) : [];
  return [
    ...wrongStrips(shown, frames, cell, step),
    ...tables,
    ...wrongLines(shown, frames, cell, step),
    ...(shown.agrees ? [] : ['the view itself finds a difference']),
  ];
}

/** How many numbers a step shows that are compared here. */
export const countOf = ({ strips, rows, terms, dots }: Shown): number =>
  2 * strips.length + 3 * rows.length + terms.length + dots.flat().length;
