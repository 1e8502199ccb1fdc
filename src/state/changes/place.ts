import { ATTENTION_KINDS, type AttentionKind, type HeadSet } from '../../contract/index.ts';

/** A kind's letter in links: `e2h4` is encoder, layer 2, head 4. */
const LETTERS: Readonly<Record<AttentionKind, string>> = { encoder: 'e', decoder: 'd', cross: 'c' };

export const letterOf = (kind: AttentionKind): string => LETTERS[kind];

/** Numbers a list in a link may name; a longer one is no list. */
const LONGEST_LIST = 2000;
const NUMBER = /^\d{1,6}$/;

/** Ascending numbers in few words: three or more neighbours as `4-7`, others one by one. */
export function printList(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last.at(-1) === n - 1) last.push(n);
    else runs.push([n]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',');
}

/** `4` or `4-7` as its numbers; null for anything else. */
export function readRun(words: string): readonly number[] | null {
  const ends = words.split('-', 3);
  if (ends.length > 2 || !ends.every((end) => NUMBER.test(end))) return null;
  const [first = 0, last = first] = ends.map(Number);
  if (last < first || last - first >= LONGEST_LIST) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** What `printList` wrote; null for anything else. */
export function readList(words: string): readonly number[] | null {
  const found: number[] = [];
  for (const run of words.split(',')) {
    const numbers = readRun(run);
    if (numbers === null || found.length + numbers.length > LONGEST_LIST) return null;
    found.push(...numbers);
  }
  return found;
}

/** `e2h4,5`: kind, layer, heads. Every layer has no number, every head no `h`: `c` is all heads of cross-attention. */
export function printPlace({ kind, layer, heads }: HeadSet): string {
  return `${LETTERS[kind]}${layer ?? ''}${heads === null ? '' : `h${printList(heads)}`}`;
}

/** What `printPlace` wrote; null for anything else. */
export function readPlace(words: string): HeadSet | null {
  const match = /^([edc])(\d{0,6})(?:h([\d,-]+))?$/.exec(words);
  const kind = ATTENTION_KINDS.find((one) => LETTERS[one] === match?.[1]);
  if (!match || !kind) return null;
  const heads = match[3] === undefined ? null : readList(match[3]);
  if (match[3] !== undefined && heads === null) return null;
  return { kind, layer: match[2] === '' ? null : Number(match[2]), heads };
}

/** From the general to the particular: every layer, every head come first. */
export const byNumber = (a: number | null, b: number | null): number => (a ?? -1) - (b ?? -1);

export function byList(a: readonly number[] | null, b: readonly number[] | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? a.length - b.length : byNumber(a[at] ?? null, b[at] ?? null);
}

export const byKind = (a: AttentionKind, b: AttentionKind): number =>
  ATTENTION_KINDS.indexOf(a) - ATTENTION_KINDS.indexOf(b);
