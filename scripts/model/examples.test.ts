import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES, type ExampleId, type Half } from '../../src/app/examples/examples.ts';
import { ATTENTION, attentionStage, axesOf, type Picture, UNCHANGED } from '../../src/contract/index.ts';
import { INITIAL_CHOICE, parseLink } from '../../src/state/index.ts';
import { type OpenedFolder, openFolder } from './run.ts';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../public/models/en-fr');

/** What a half promises: a part of the French, the two words of its cell, and the bounds of that cell's weight. */
type Promised = readonly [
  french: string,
  joins: readonly [string, string],
  weight: readonly [number, number],
];

const PROMISED: Readonly<Record<ExampleId, readonly Promised[]>> = {
  street: [
    ["qu'il était trop fatigué", ['it', 'animal'], [0.9, 1]],
    ["qu'elle était trop large", ['it', 'street'], [0.9, 1]],
  ],
  prior: [["qu'elle était trop.", ['it', 'street'], [0.5, 0.75]]],
  trophy: [
    ["qu'il est trop grand", ['it', 'trop'], [0.8, 0.95]],
    ["qu'elle est trop petite", ['it', 'suitcase'], [0.8, 0.95]],
  ],
  table: [
    ["qu'il a peur", ['it', 'dog'], [0.9, 1]],
    ["qu'elle est cassée", ['it', 'table'], [0.9, 1]],
  ],
  dog: [["qu'il était affamé", ['it', 'dog'], [0.6, 0.78]]],
  cup: [["qu'elle est propre", ['it', 'cup'], [0.7, 0.9]]],
  order: [['voiture rouge', ['La', 'car'], [0.8, 0.95]]],
  love: [["Je t'aime", ['Je', 'you'], [0.8, 0.95]]],
  negation: [["Je n'aime pas ce film", ['aime', 'not'], [0.55, 0.8]]],
  doctor: [
    ["qu'elle était fatiguée.", ['était', 'elle'], [0.75, 0.95]],
    ["qu'il était fatigué.", ['était', 'il'], [0.75, 0.95]],
  ],
  colours: [
    ['le jardin est verte', ['ver', 'jardin'], [0.25, 0.45]],
    ['la maison est verte', ['ver', 'maison'], [0.5, 0.75]],
  ],
  bank: [['la banque de la rivière', ['bank', 'river'], [0.15, 0.35]]],
  off: [
    ["qu'il était trop fatigué", ['it', 'animal'], [0.9, 1]],
    ["qu'elle était trop fatiguée", ['it', 'animal'], [0, 0]],
  ],
  places: [
    ["L'homme qui se trouve, c'est un homme.", ['help', 'woman'], [0, 1]],
    ["L'homme qui se trouve, c'est un homme.", ['help', 'man'], [0, 1]],
  ],
};

const CASES = EXAMPLES.flatMap(({ id, halves }) =>
  halves.map((half: Half, i) => ({ id, half, promised: PROMISED[id][i] as Promised })),
);

const choiceOf = ({ link }: Half) => ({ ...INITIAL_CHOICE, ...parseLink({ search: '', hash: `#${link}` }) });

/** The weight of a half's cell. */
function weightIn(picture: Picture, half: Half): number {
  const { kind, layer, heads, cell } = choiceOf(half);
  const frame = picture.frames.get(attentionStage(kind, layer, 'pattern'));
  const [, T = 0, S = 0] = frame?.shape ?? [];
  return frame?.data[((heads[0] ?? 0) * T + (cell?.query ?? 0)) * S + (cell?.key ?? 0)] ?? Number.NaN;
}

describe('the example sentences, with the bundled model', () => {
  let opened: OpenedFolder;
  const pictures = new Map<Half, Picture>();
  const pictureOf = (half: Half) => pictures.get(half) as Picture;
  beforeAll(async () => {
    opened = await openFolder(FOLDER);
    for (const { half } of CASES) {
      const { changes } = choiceOf(half);
      pictures.set(half, await opened.picture(half.text, { ...UNCHANGED, changes }));
    }
  });
  afterAll(() => opened.engine.dispose());

  it.each(CASES)('$id $half.word: the French, the words of the cell, its weight', ({ half, promised }) => {
    const [french, joins, [least, most]] = promised;
    const picture = pictureOf(half);
    const { kind, cell } = choiceOf(half);
    const { queries, keys } = axesOf(kind, picture);
    expect(picture.translation).toContain(french);
    expect([queries[cell?.query ?? -1]?.text, keys[cell?.key ?? -1]?.text]).toEqual(joins);
    const weight = weightIn(picture, half);
    expect(weight).toBeGreaterThanOrEqual(least);
    expect(weight).toBeLessThanOrEqual(most);
  });

  it('names every part of its link, and the word that tells the halves apart', () => {
    for (const { half, id } of CASES) {
      const link = parseLink({ search: '', hash: `#${half.link}` });
      expect(Object.keys(link).length, id).toBe(half.link.split('&').length);
      if (!half.word.includes('…') && id !== 'off') expect(half.text).toContain(half.word);
    }
  });

  it('without positions, woman and man change places and the French does not', () => {
    const [first, second] = CASES.filter(({ id }) => id === 'places').map(({ half }) => pictureOf(half));
    expect(first?.translation).toBe(second?.translation);
  });

  it('no encoder head lets “bank” read “river” for half or more', () => {
    const bank = CASES.find(({ id }) => id === 'bank') as (typeof CASES)[number];
    const picture = pictureOf(bank.half);
    const { layers, heads } = opened.engine.info.sites.find(({ kind }) => kind === 'encoder') ?? {
      layers: 0,
      heads: 0,
    };
    const weights = Array.from({ length: layers * heads }, (_, i) =>
      weightIn(picture, {
        ...bank.half,
        link: `kind=encoder&layer=${Math.floor(i / heads)}&heads=${i % heads}&cell=4,7`,
      }),
    );
    expect(weights.length).toBeGreaterThan(0);
    expect(Math.max(...weights)).toBeLessThan(0.5);
  });

  it('is not read by heads alone: the cross examples are of rows that write the word asked about', () => {
    const rows = CASES.filter(({ half }) => ATTENTION[choiceOf(half).kind].queries === 'target').map(
      ({ id, half }) => [id, pictureOf(half).steps[choiceOf(half).cell?.query ?? 0]?.token.text],
    );
    expect(rows).toEqual([
      ['order', 'voiture'],
      ['love', "t'"],
      ['negation', 'pas'],
      ['doctor', 'fatiguée'],
      ['doctor', 'fatigué'],
      ['colours', 'te'],
      ['colours', 'te'],
    ]);
  });
});
