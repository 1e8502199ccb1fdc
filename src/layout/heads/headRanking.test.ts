import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  attentionStage,
  makeFrame,
  type Token,
} from '../../contract/index.ts';
import { clampLink, linkBetween, linkEnds, linkOfCell, linkWeights } from './headLinks.ts';
import { type HeadMeasures, headKey } from './headMeasures.ts';
import { barEnds, barOf, headName, measureOf, rankHeads, standingOf, unitOf } from './headRanking.ts';

const NONE = Object.fromEntries(
  ['distance', 'entropy', 'evenness', 'same', 'previous', 'next', 'first', 'separator', 'strongest'].map(
    (n) => [n, null],
  ),
) as HeadMeasures['values'];
const headOf = (kind: AttentionKind, layer: number, head: number, same: number | null): HeadMeasures => ({
  kind,
  layer,
  head,
  values: { ...NONE, same },
  strongestCell: null,
});
const heads = [
  headOf('encoder', 0, 0, 0.2),
  headOf('encoder', 1, 0, 0.9),
  headOf('decoder', 0, 0, null),
  headOf('cross', 1, 1, 0.2),
];
const same = (head: HeadMeasures) => head.values.same;

describe('rankHeads', () => {
  it('ranks, filters, counts those without a value, and leaves equal ones in order', () => {
    const all = { kinds: ATTENTION_KINDS, layer: null };
    const most = rankHeads(heads, same, all, 'most');
    expect(most.ranked.map(({ head }) => headKey(head))).toEqual(['encoder/1/0', 'encoder/0/0', 'cross/1/1']);
    expect(most.without).toBe(1);
    expect(rankHeads(heads, same, all, 'least').ranked.map(({ value }) => value)).toEqual([0.2, 0.2, 0.9]);
    const some = rankHeads(heads, same, { kinds: ['encoder', 'decoder'], layer: 0 }, 'most');
    expect(some.ranked.map(({ head }) => headKey(head))).toEqual(['encoder/0/0']);
    expect(some.without).toBe(1);
    expect(rankHeads(heads, same, { kinds: [], layer: null }, 'most')).toEqual({ ranked: [], without: 0 });
  });

  it('takes links and effects from where they are, and has none where they are not', () => {
    const head = headOf('cross', 1, 1, 0.2);
    const more = {
      links: new Map([[headKey(head), 0.5]]),
      effects: new Map([[headKey(head), { loss: -0.1, most: 1, mostRow: 1, drops: [-1.2, 1] }]]),
      effectRow: null,
    };
    expect(measureOf(head, 'link', more)).toBe(0.5);
    expect(measureOf(head, 'effect', more)).toBe(-0.1);
    expect(measureOf(head, 'effect', { ...more, effectRow: 0 })).toBe(-1.2);
    expect(measureOf(head, 'effect', { ...more, effectRow: 2 })).toBeNull();
    expect(measureOf(head, 'same', more)).toBe(0.2);
    expect(measureOf(headOf('cross', 1, 0, 1), 'effect', more)).toBeNull();
  });
});

describe('standingOf', () => {
  it('counts all heads that have a value, whatever is listed; equal ones share the place', () => {
    const of = (at: number) => standingOf(heads, same, headKey(heads[at] ?? headOf('cross', 9, 9, 0)));
    expect(of(1)).toEqual({ place: 1, count: 3, value: 0.9 });
    expect([of(0)?.place, of(3)?.place]).toEqual([2, 2]);
    expect(of(2)).toBeNull();
    expect(of(9)).toBeNull();
  });

  it('is the place in the list of all, where no two are equal', () => {
    const all = { kinds: ATTENTION_KINDS, layer: null };
    fc.assert(
      fc.property(fc.uniqueArray(fc.double({ noNaN: true }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const some = numbers.map((n, i) => headOf('encoder', i, 0, n));
        const { ranked } = rankHeads(some, same, all, 'most');
        ranked.forEach(({ head }, i) => {
          expect(standingOf(some, same, headKey(head))?.place).toBe(i + 1);
        });
      }),
    );
  });
});

describe('bars', () => {
  it('stay inside, start or end at 0, and are as long as their number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 9, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (values) => {
          const ends = barEnds(values, 'nats');
          const span = ends[1] - ends[0];
          for (const value of values) {
            const { from, length } = barOf(value, ends);
            expect(from).toBeGreaterThanOrEqual(0);
            expect(from + length).toBeLessThanOrEqual(1 + 1e-9);
            if (span > 0) expect(length).toBeCloseTo(Math.abs(value) / span, 9);
            const zero = span > 0 ? -ends[0] / span : 0;
            if (span > 0) expect(value >= 0 ? from : from + length).toBeCloseTo(zero, 9);
          }
        },
      ),
    );
  });

  it('of shares run from 0 to 1 whatever they are', () => {
    expect(barEnds([0.1, null, 0.2], 'share')).toEqual([0, 1]);
    expect(barEnds([null], 'bits')).toEqual([0, 0]);
    expect(barOf(0.4, [0, 0])).toEqual({ from: 0, length: 0 });
    expect([unitOf('distance'), unitOf('entropy'), unitOf('effect'), unitOf('link')]).toEqual([
      'tokens',
      'bits',
      'nats',
      'share',
    ]);
  });
});

describe('headName', () => {
  it('keeps 1 to 40 characters, and is null for nothing', () => {
    expect(headName('  my \n head ')).toBe('my head');
    expect(headName(' \t ')).toBeNull();
    expect(headName('名'.repeat(50))).toBe('名'.repeat(40));
    expect(Array.from(headName('🔦'.repeat(50)) ?? '')).toHaveLength(40);
  });
});

const piece = (text: string, word: number, role: Token['role'] = 'text'): Token => ({
  id: 1,
  text,
  start: 0,
  end: 0,
  word,
  role,
});
// “didn' t it ↵” and “▸ qu' il”: didn' and t are one word.
const source = [piece('didn', 0), piece("'t", 0), piece('it', 1), piece('', 2, 'end')];
const target = [piece('', -1, 'start'), piece("qu'", 0), piece('il', 1)];

describe('links between words', () => {
  it('lead from side to side as the kinds do, and back', () => {
    for (const kind of ATTENTION_KINDS) {
      const link = { kind, query: 2, key: 1 };
      expect(linkBetween(...linkEnds(link))).toEqual(link);
    }
    expect(linkBetween({ side: 'source', word: 2 }, { side: 'target', word: 1 })).toEqual({
      kind: 'encoder',
      query: 2,
      key: 0,
    });
  });

  it('take the words of a cell, by pieces or by words, and none outside', () => {
    const words = { source, target };
    expect(linkOfCell(words, 'encoder', { query: 2, key: 1 }, 'piece')).toEqual({
      kind: 'encoder',
      query: 1,
      key: 0,
    });
    expect(linkOfCell(words, 'cross', { query: 2, key: 1 }, 'word')).toEqual({
      kind: 'cross',
      query: 2,
      key: 1,
    });
    expect(linkOfCell(words, 'cross', { query: 2, key: 3 }, 'word')).toBeNull();
    expect(linkOfCell(words, 'encoder', { query: 4, key: 0 }, 'piece')).toBeNull();
    expect(clampLink(words, { kind: 'decoder', query: 2, key: 3 })).toBeNull();
  });

  it('weigh what all pieces of the word give together, on average', () => {
    const name = attentionStage('cross', 0, 'pattern');
    const data = Float32Array.from([...[1, 0, 0, 0], ...[0.1, 0.2, 0.3, 0.4], ...[0, 0, 0, 1]]);
    const frames = new Map([[name, makeFrame(name, [1, 3, 4], data)]]);
    const weights = linkWeights({ frames, source, target }, { kind: 'cross', query: 1, key: 0 });
    expect([...weights.keys()]).toEqual(['cross/0/0']);
    expect(weights.get('cross/0/0')).toBeCloseTo(0.3, 6);
    const own = attentionStage('encoder', 0, 'pattern');
    const self = Float32Array.from({ length: 16 }, (_, i) => i / 100);
    const both = new Map([[own, makeFrame(own, [1, 4, 4], self)]]);
    const link = linkWeights({ frames: both, source, target }, { kind: 'encoder', query: 0, key: 1 });
    expect(link.get('encoder/0/0')).toBeCloseTo((0.02 + 0.06) / 2, 6);
  });
});
