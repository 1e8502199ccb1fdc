import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { FirstView, HeadLabel } from '../src/contract/index.ts';

/** The lecture's two sentences: what "it" is decides between the French *il* and *elle*. */
export const TIRED = "The animal didn't cross the street because it was too tired.";
export const WIDE = "The animal didn't cross the street because it was too wide.";

export interface Opened {
  /** Fields of the link, as the address writes them. */
  readonly hash?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly file?: string;
}

/** The address of a page with these fields in its link. */
export function addressOf({ hash = {}, query = {}, file = '' }: Opened): string {
  const search = new URLSearchParams(query).toString();
  const fields = new URLSearchParams(hash).toString();
  return `./${file}${search === '' ? '' : `?${search}`}${fields === '' ? '' : `#${fields}`}`;
}

/** The page's own address with this one's engine: wasm, for its start is the quickest everywhere. */
const liveAddress = (opened: Opened): string =>
  addressOf({ ...opened, query: { backend: 'wasm', ...opened.query } });

/**
 * Loads a page and waits until its first live picture is painted: for tests of the opening, of undo, of what is
 * remembered.
 */
export async function openAnew(page: Page, opened: Opened = {}): Promise<void> {
  // Between two addresses that differ in their hash alone, a browser loads nothing.
  await page.goto('about:blank');
  await page.goto(liveAddress(opened));
  await page.evaluate(() => window.headlight.whenReady());
}

/**
 * Opens a link and waits until its live picture is painted. Where an earlier test of the file has left the page live,
 * with the same engine, the page is taken back to how it opens and follows the link, as it does where a person enters
 * one: loading the model takes some fifteen times as long. What it keeps is its steps of undo.
 */
export async function openLive(page: Page, opened: Opened = {}): Promise<void> {
  if (!(await steered(page, opened))) await openAnew(page, opened);
}

/** Leads a live page to a link; false where this one is none, or another page or engine is asked for. */
async function steered(page: Page, opened: Opened): Promise<boolean> {
  if (page.url() === 'about:blank') return false;
  const to = new URL(liveAddress(opened), page.url());
  const at = new URL(page.url());
  if (to.pathname !== at.pathname || to.search !== at.search) return false;
  if (!(await page.evaluate(() => (window.headlight?.backend() ?? null) !== null))) return false;
  await page.mouse.move(0, 0);
  await page.evaluate(leaveAll);
  await page.evaluate(follow, to.hash);
  return true;
}

/** In the page: closes and leaves whatever lies open, and what is remembered is forgotten. */
async function leaveAll(): Promise<void> {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
  // A menu or a list, then what is presented, painting, a stage, a view, the pinned cell, the panel.
  for (let level = 0; level < 7; level++) {
    const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    (level === 0 ? (document.activeElement ?? document.body) : document.body).dispatchEvent(press);
  }
  // Tab starts where the focus was last: at the top again.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus({ preventScroll: true });
  top.remove();
  window.scrollTo(0, 0);
  const plain = {
    theme: 'auto',
    language: 'auto',
    palette: 'hue',
    figure: 'open',
    presenting: 'off',
  } as const;
  const state = window.headlight.getState();
  const names = Object.keys(plain) as (keyof typeof plain)[];
  if (names.some((name) => state[name] !== plain[name])) await window.headlight.setState(plain);
  localStorage.clear();
}

/** In the page: opens another link without loading. */
async function follow(hash: string): Promise<void> {
  // Also the link of last time is followed.
  history.replaceState(null, '', '#text');
  const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
  location.hash = hash;
  await changed;
  await window.headlight.whenReady();
}

/** A small file of the bundled model, as it is served. */
async function modelFile<T>(page: Page, name: string): Promise<T> {
  const answer = await page.request.get(`./models/en-fr/${name}`);
  return answer.json();
}

/** The encoder heads that the bundled model's labels say link pronouns to their nouns; at least one. */
export async function linkingHeads(page: Page): Promise<[HeadLabel, ...HeadLabel[]]> {
  const all = await modelFile<HeadLabel[]>(page, 'heads.json');
  const [first, ...rest] = all.filter(({ label, kind }) => label === 'antecedent' && kind === 'encoder');
  if (!first) throw new Error('No head of this model is said to link pronouns');
  return [first, ...rest];
}

/** What the bundled model opens with: an encoder head that links "it", and without which the French pronoun loses. */
export const openingView = (page: Page) => modelFile<FirstView>(page, 'first-view.json');

interface HeadAlone {
  readonly layer: number;
  readonly head: number;
  /** α̂ of the pronoun's noun in TIRED and WIDE. */
  readonly weights: readonly [number, number];
  /** P(il), P(elle) in each, "it" kept from its noun in this head alone. */
  readonly chances: readonly [readonly [number, number], readonly [number, number]];
}

/** What the evaluation found of a linking head alone, by Hugging Face's own model; figures of five digits. */
export function evaluationOf({ layer, head }: Pick<HeadLabel, 'layer' | 'head'>): HeadAlone {
  const all: readonly HeadAlone[] = JSON.parse(readFileSync('training/scores.json', 'utf8')).ways.alone;
  const found = all.find((one) => one.layer === layer && one.head === head);
  if (!found)
    throw new Error(`training/scores.json has no layer ${layer}, head ${head} among the linking heads`);
  return found;
}

/** Resolves when the picture of all that was done so far is painted. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => window.headlight.setState({}));
}

export interface PlainFrame {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** A stage's numbers, through the page's script interface. */
export async function frameOf(page: Page, name: string): Promise<PlainFrame> {
  return page.evaluate(async (stage) => {
    const { shape, data } = await window.headlight.frame(stage);
    return { shape: [...shape], data: [...data] };
  }, name);
}

/** One weight of a pattern [H, T, S]. */
export function weightOf({ shape, data }: PlainFrame, head: number, query: number, key: number): number {
  const [, T = 0, S = 0] = shape;
  return data[(head * T + query) * S + key] ?? Number.NaN;
}

/** What a written power of ten, `⁻⁶`, multiplies by; 1 where there is none. */
export function powerOfTen(written = ''): number {
  const digits = [...written].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('');
  return 10 ** Number(digits);
}

/** As the page writes one weight: four decimals; a smaller one than 0.001 keeps two digits. */
export function exactWeight(weight: number): string {
  if (weight <= 0 || weight >= 1e-3) return weight < 1 && weight >= 0.99995 ? '>0.9999' : weight.toFixed(4);
  const [digits = '', power = ''] = weight.toExponential(1).split('e-');
  return `${digits} × 10⁻${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

/** As the page writes shares: whole per cents, one decimal nearer to nothing or all, `<0.1`, `>99.9`. */
export function wholePercent(share: number): string {
  const percent = share * 100;
  if (share > 0 && percent < 0.05) return '<0.1';
  if (share < 1 && percent >= 99.95) return '>99.9';
  const fine = (share > 0 && percent < 0.95) || (share < 1 && percent >= 99.5);
  return percent.toFixed(fine ? 1 : 0);
}

export const sentenceOf = (page: Page) => page.getByRole('textbox', { name: 'English sentence' });
export const gridOf = (page: Page) => page.getByRole('grid');
/** The cell the keys stand on, which says its words and its number. */
export const activeCellOf = (page: Page) => gridOf(page).getByRole('gridcell').last();
