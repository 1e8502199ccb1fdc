import { expect, test } from 'vitest';
import type { HeadLabel } from '../contract/index.ts';
import { createTranslator } from '../i18n/index.ts';
import { createChoiceActions, createHeadlightStore } from '../state/index.ts';
import { sampleCard, samplePicture, wordTokens } from '../testing/picture.ts';
import { labelledHeads } from './figure/labelledHeads.ts';
import { drawHeads, drawnOf, poolingOf } from './head/headPicture.ts';
import { headNote } from './head/headTitle.ts';
import { followRange } from './head/pointedCell.ts';
import { keyAct } from './shell/keys.ts';
import { addressOf } from './shell/linkSync.ts';
import { explorerAddress, shareOf } from './shell/shareLink.ts';
import { cellOfStep, stepOfRow, writtenBy } from './target/frenchSteps.ts';

const press = (key: string, over = {}) => keyAct({ key, control: false, shift: false, alt: false, ...over });

test('keys ask for what the list says', () => {
  expect(press('[')).toEqual({ type: 'head', by: -1 });
  expect(press('}', { shift: true })).toEqual({ type: 'layer', by: 1 });
  expect(press('3')).toEqual({ type: 'kind', kind: 'cross' });
  expect(press('z', { control: true })).toEqual({ type: 'undo' });
  expect(press('Z', { control: true, shift: true })).toEqual({ type: 'redo' });
  expect(['x', 'h', 'b'].map((key) => press(key))).toEqual([
    { type: 'switch' },
    { type: 'hide' },
    { type: 'shown' },
  ]);
  expect(press('x', { control: true })).toBeNull();
  expect(press('Escape')).toEqual({ type: 'release' });
  expect(press('z')).toBeNull();
  expect(press('1', { control: true })).toBeNull();
  expect(press('2', { alt: true })).toBeNull();
  expect(press('toString')).toBeNull();
});

test('a head is called by the name a person gave it, and by what it does', () => {
  const t = createTranslator('en');
  const { store: named, history } = createHeadlightStore({
    link: { heads: [1], names: [{ kind: 'encoder', layer: 0, head: 1, name: 'my head' }] },
    remembered: {},
    nowMs: () => 0,
  });
  expect(headNote(t, named.getState())).toBe('my head');
  const told = (label: Omit<HeadLabel, 'kind' | 'layer' | 'head'>) => {
    const headLabels = [{ kind: 'encoder', layer: 0, head: 1, ...label }] as const;
    named.setState({ card: { ...sampleCard, firstView: null, headLabels } });
    return headNote(t, named.getState());
  };
  expect(told({ label: 'previousWord' })).toBe('my head · often reads the word before');
  const share = { label: 'antecedent', share: 0.61, training: 'rewarded' } as const;
  expect(told(share)).toBe(`my head · often links it / they to its noun: ${t.percent(0.61)} in tests`);
  // What it does here comes before what it does elsewhere.
  const frame = {
    name: 'encoder.0.self.pattern',
    shape: [2, 3, 3],
    data: new Float32Array([...Array(9).fill(1 / 3), 0.2, 0.2, 0.6, 0.1, 0.1, 0.8, 0, 0, 1]),
  } as const;
  const text = 'it was';
  named.setState({ picture: samplePicture(text, null, { frames: new Map([[frame.name, frame]]) }) });
  const onTests = `often links it / they to its noun: ${t.percent(0.61)} in tests`;
  expect(told(share)).toBe(
    `my head · here: mostly the end mark and punctuation, ${t.percent(0.7)} · ${onTests}`,
  );
  createChoiceActions(named, history, { remember: () => {} }).pin({ query: 1, key: 0 });
  expect(told(share)).toBe(`my head · here: “was” reads “end mark” ${t.percent(0.8)} · ${onTests}`);
  const words = labelledHeads(t, named.getState().card).map((label) => label.text);
  expect(words).toEqual([`${onTests} · rewarded`]);
});

test('a tinted word keeps its place while the text around it changes', () => {
  const word = { start: 4, end: 10 }; // animal
  const before = 'The animal was tired';
  expect(followRange(word, before, before)).toEqual(word);
  expect(followRange(word, before, 'The animal was tired.')).toEqual(word);
  expect(followRange(word, before, 'All the animal was tired')).toEqual({ start: 8, end: 14 });
  expect(followRange(word, before, 'The animals were tired')).toEqual(word);
  expect(followRange(word, before, 'The dog was tired')).toBeNull();
  expect(followRange(word, before, '')).toBeNull();
});

const POOLING = { combine: 'side', depth: 'layer', sink: 'shown', weigh: 'pattern' } as const;

test('heads are drawn one by one, or joined; those the frame has not are left out', () => {
  const data = new Float32Array([1, 0, 0, 1, 0.5, 0.5, 0.5, 0.5]);
  const frames = new Map([
    ['encoder.0.self.pattern', { name: 'encoder.0.self.pattern', shape: [2, 2, 2], data }],
  ] as const);
  const picture = samplePicture('it', null, { frames });
  const draw = (heads: readonly number[], combine: 'side' | 'mean' | 'max' | 'sum') =>
    drawHeads(picture, poolingOf({ kind: 'encoder', layer: 0, heads }, { ...POOLING, combine }), 'piece');
  const numbers = (...of: Parameters<typeof draw>) => draw(...of).map((one) => [...one.matrix.data]);
  expect(numbers([1], 'mean')).toEqual([[0.5, 0.5, 0.5, 0.5]]);
  expect(numbers([0, 1], 'side')).toHaveLength(2);
  expect(numbers([0, 1], 'mean')).toEqual([[0.75, 0.25, 0.25, 0.75]]);
  expect(numbers([0, 1], 'max')).toEqual([[1, 0.5, 0.5, 1]]);
  expect(numbers([0, 1], 'sum')).toEqual([[1.5, 0.5, 0.5, 1.5]]);
  expect([draw([0, 1], 'sum')[0]?.full, draw([0], 'sum')[0]?.full]).toEqual([2, 1]);
  expect([draw([0], 'side')[0]?.bare, draw([0, 1], 'mean')[0]?.bare]).toEqual([true, false]);
  expect(draw([5], 'side')).toEqual([]);
  const cross = poolingOf({ kind: 'cross', layer: 0, heads: [0] }, POOLING);
  expect(drawHeads(picture, cross, 'piece')).toEqual([]);
  expect(drawHeads(null, cross, 'piece')).toEqual([]);
});

test('a changed picture has the unchanged numbers beside its own, over words alike, and what may not be read', () => {
  const frame = (data: readonly number[]) =>
    new Map([
      [
        'encoder.0.self.pattern',
        { name: 'encoder.0.self.pattern', shape: [1, 3, 3], data: Float32Array.from(data) },
      ],
    ] as const);
  const source = wordTokens('an ima', 'end').map((token, i) => (i === 1 ? { ...token, word: 0 } : token));
  const picture = samplePicture('an ima', null, {
    source,
    frames: frame([1, 0, 0, 0, 1, 0, 0.5, 0.25, 0.25]),
    changes: [
      {
        type: 'forbid',
        kind: 'encoder',
        layer: 0,
        heads: [0],
        mode: 'before',
        cells: [{ query: 2, key: 0 }],
      },
    ],
    before: {
      translation: '',
      target: [],
      steps: [],
      onSameTarget: [],
      frames: frame([0, 1, 0, 0, 0, 1, 1, 0, 0]),
    },
  });
  const how = poolingOf({ kind: 'encoder', layer: 0, heads: [0] }, POOLING);
  const [piece, word] = (['piece', 'word'] as const).map((level) => drawHeads(picture, how, level)[0]);
  expect([...(piece?.before?.data ?? [])]).toEqual([0, 1, 0, 0, 0, 1, 1, 0, 0]);
  expect([...(piece?.forbidden?.why ?? [])].map((code) => code > 0)).toEqual([
    ...Array(6).fill(false),
    true,
    false,
    false,
  ]);
  expect([...(word?.matrix.data ?? [])]).toEqual([1, 0, 0.75, 0.25]);
  expect([...(word?.before?.data ?? [])]).toEqual([0.5, 0.5, 1, 0]);
  // One piece of two may still be read.
  expect([...(word?.forbidden?.why ?? [])]).toEqual([0, 0, 0, 0]);
});

test('a row of the decoder stands for the word written after its own, and back', () => {
  const { store: french } = createHeadlightStore({ link: { kind: 'cross' }, remembered: {}, nowMs: () => 0 });
  const written = [...wordTokens('IL EST', 'start').slice(1), ...wordTokens('', 'end')];
  const steps = written.map((token) => ({ token, probability: 1, best: [] }));
  const data = new Float32Array([0, 1, 0, 0, 1, 0, 0, 0, 1]);
  const frames = new Map([
    ['decoder.0.cross.pattern', { name: 'decoder.0.cross.pattern', shape: [1, 3, 3], data }],
  ] as const);
  const picture = samplePicture('it is', null, { steps, frames });
  french.setState({ picture });
  expect(picture.target.map((row) => stepOfRow(picture, row))).toEqual([0, 1, 2]);
  expect(picture.target.map((row) => writtenBy(picture, row))).toEqual(['IL', 'EST', '']);
  expect(cellOfStep(french.getState(), 0)).toEqual({ query: 0, key: 1, drawing: 0 });
  expect(cellOfStep(french.getState(), 2)).toEqual({ query: 2, key: 2, drawing: 0 });
  expect(cellOfStep(french.getState(), 3)).toBeNull();
});

test('a sentence without a word is not drawn; a French of one’s own is', () => {
  const { store: empty } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => 0 });
  const drawn = (text: string, target: string | null) => {
    const picture = samplePicture(text, target);
    empty.setState({ picture });
    return drawnOf(empty.getState()) === picture;
  };
  expect(drawnOf(empty.getState())).toBeNull();
  expect([drawn('', null), drawn('it', null), drawn('', 'il')]).toEqual([false, true, true]);
});

const { store } = createHeadlightStore({
  link: { text: '"a" & <b>', backend: 'cpu' },
  remembered: {},
  nowMs: () => 0,
});

test('frames for slides are whole HTML, whatever the sentence', () => {
  const shared = shareOf(store.getState(), 'http://h.test/x/index.html?debug=1#old', {
    head: 'A "b"',
    figure: 'F',
  });
  expect(shared.link).toBe(
    'http://h.test/x/index.html?debug=1&backend=cpu#text=%22a%22+%26+%3Cb%3E&kind=encoder&layer=0&heads=0&cell=none',
  );
  expect(shared.headFrame).toBe(
    '<iframe src="http://h.test/x/embed.html?backend=cpu#text=%22a%22+%26+%3Cb%3E' +
      '&amp;kind=encoder&amp;layer=0&amp;heads=0&amp;cell=none" title="A &quot;b&quot;" ' +
      'loading="lazy" style="width:100%;aspect-ratio:16/9;max-height:75vh;border:0"></iframe>',
  );
  expect(shared.figureFrame).toContain('embed.html?backend=cpu&amp;show=figure#text=');
  const typed = shareOf(store.getState(), 'http://h.test/x/', { head: 'A', figure: 'F' }, true);
  expect(typed.link).not.toContain('edit');
  expect(typed.headFrame).toContain('embed.html?backend=cpu&amp;edit=1#text=');
  expect(typed.figureFrame).toContain('embed.html?backend=cpu&amp;show=figure&amp;edit=1#text=');
  expect(explorerAddress(store.getState(), 'http://h.test/x/embed.html?show=figure')).toBe(
    'http://h.test/x/?backend=cpu#text=%22a%22+%26+%3Cb%3E&kind=encoder&layer=0&heads=0&cell=none',
  );
});

test('an address without state has neither query nor hash', () => {
  expect(addressOf({ search: '', hash: '' }, 'http://h.test/x/?model=a#b')).toBe('http://h.test/x/');
  expect(addressOf({ search: '', hash: '#x=1' }, 'file:///a/index.html')).toBe('file:///a/index.html#x=1');
});
