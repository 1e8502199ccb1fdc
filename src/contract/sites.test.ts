import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTENTION,
  ATTENTION_KINDS,
  axesOf,
  isSelf,
  isWriting,
  kindAt,
  kindReading,
  OWN_KIND,
  PARTS,
  siteOf,
  sitesOf,
  TEXT_OF,
} from './sites.ts';

const stack = fc.record({ layers: fc.integer({ min: 1, max: 9 }), heads: fc.integer({ min: 1, max: 9 }) });
const sizes = fc
  .record({ encoder: stack, decoder: stack, unit: fc.integer({ min: 1, max: 9 }) })
  .map(({ encoder, decoder, unit }) => ({ encoder, decoder, width: encoder.heads * decoder.heads * unit }));

describe('ATTENTION', () => {
  it('says of the lecture’s three kinds where they live, what they read, and which has a mask of its own', () => {
    expect(ATTENTION).toEqual({
      encoder: { part: 'encoder', sub: 'self', causal: false, queries: 'source', keys: 'source' },
      decoder: { part: 'decoder', sub: 'self', causal: true, queries: 'target', keys: 'target' },
      cross: { part: 'decoder', sub: 'cross', causal: false, queries: 'target', keys: 'source' },
    });
    expect(ATTENTION_KINDS).toEqual(['encoder', 'decoder', 'cross']);
  });

  it.each(ATTENTION_KINDS)('agrees with itself about %s', (kind) => {
    const { part, sub, queries, causal } = ATTENTION[kind];
    expect(queries).toBe(TEXT_OF[part]);
    expect(isSelf(kind)).toBe(sub === 'self');
    // Nothing but what is written one word at a time must not read ahead, and only within itself.
    if (causal) expect([isSelf(kind), isWriting(kind)]).toEqual([true, true]);
  });
});

describe('kindAt', () => {
  it('finds each kind by its place, and nothing elsewhere', () => {
    for (const kind of ATTENTION_KINDS) expect(kindAt(ATTENTION[kind].part, ATTENTION[kind].sub)).toBe(kind);
    const places = PARTS.flatMap((part) => [kindAt(part, 'self'), kindAt(part, 'cross')]);
    expect(places).toEqual(['encoder', null, 'decoder', 'cross']);
  });
});

describe('kindReading', () => {
  it('finds each kind by its two texts; the source does not read the target', () => {
    for (const kind of ATTENTION_KINDS) {
      expect(kindReading(ATTENTION[kind].queries, ATTENTION[kind].keys)).toBe(kind);
    }
    expect(kindReading('source', 'target')).toBeNull();
    for (const side of ['source', 'target'] as const) expect(OWN_KIND[side]).toBe(kindReading(side, side));
  });
});

describe('axesOf', () => {
  it('takes rows and columns from the two texts', () => {
    expect(axesOf('encoder', { source: 1, target: 2 })).toEqual({ queries: 1, keys: 1 });
    expect(axesOf('decoder', { source: 1, target: 2 })).toEqual({ queries: 2, keys: 2 });
    expect(axesOf('cross', { source: 1, target: 2 })).toEqual({ queries: 2, keys: 1 });
  });
});

describe('sitesOf', () => {
  it('has a row a kind, with the sizes of the stack it lives in, whose width its heads share', () => {
    fc.assert(
      fc.property(sizes, (model) => {
        const sites = sitesOf(model);
        expect(sites.map((site) => site.kind)).toEqual(ATTENTION_KINDS);
        for (const { kind, layers, heads, keyHeads, headWidth, ...traits } of sites) {
          expect({ layers, heads }).toEqual(model[ATTENTION[kind].part]);
          expect([keyHeads, headWidth * heads]).toEqual([heads, model.width]);
          expect(traits).toEqual(ATTENTION[kind]);
        }
      }),
    );
  });
});

describe('siteOf', () => {
  const sites = sitesOf({
    encoder: { layers: 2, heads: 4 },
    decoder: { layers: 3, heads: 2 },
    width: 8,
  });

  it('finds the row of a kind', () => {
    expect(siteOf({ sites }, 'cross')).toMatchObject({ kind: 'cross', layers: 3, heads: 2, headWidth: 4 });
  });

  it('says which kinds a model has when asked for another', () => {
    expect(() => siteOf({ sites: sites.slice(1, 2) }, 'cross')).toThrow(
      'siteOf: kind: expected one of decoder, got cross',
    );
  });
});
