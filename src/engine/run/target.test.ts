import { zeros } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import type { DecoderPass } from '../architectures/index.ts';
import { type DecodedRows, decoderPatterns, logitsRowOf, readable, segmentOf } from './target.ts';

const range = (from: number, count: number) => Float32Array.from({ length: count }, (_, i) => from + i);

/** A pass of one layer, two heads: n rows over C and C′ keys, three words. */
const passOf = (rows: number, keys: number, sourceKeys: number): DecoderPass => ({
  inputs: [],
  caches: [],
  self: [zeros([2, rows, keys])],
  cross: [zeros([2, rows, sourceKeys])],
  logits: zeros([1, rows, 3]),
});

describe('segmentOf', () => {
  const pass = passOf(2, 2, 1);
  const data = [range(0, 8), range(10, 4), range(20, 6)];

  it('takes the numbers in the order they are read in', () => {
    expect(readable(pass).map((tensor) => tensor.shape)).toEqual([
      [2, 2, 2],
      [2, 2, 1],
      [1, 2, 3],
    ]);
    const segment = segmentOf(pass, data, 4, 2);
    expect(segment).toMatchObject({ start: 4, rows: 2, self: [data[0]], cross: [data[1]] });
    expect([...logitsRowOf(segment, 1).logits]).toEqual([23, 24, 25]);
    expect(() => logitsRowOf(segment, 2)).toThrow('logitsRowOf: row: expected below 2, got 2');
  });

  it('lets no NaN through to the choice of a word', () => {
    const broken = [range(0, 8), range(10, 4), Float32Array.from([1, 2, 3, 4, Number.NaN, 6])];
    expect(() => segmentOf(pass, broken, 0, 2)).toThrow(
      'makeFrame: logits: expected finite numbers, got NaN at 4',
    );
    expect(segmentOf(pass, broken, 0, 1).rows).toBe(1);
  });
});

describe('decoderPatterns', () => {
  it('joins rows of passes with different padding, and leaves 0 where a row could not read', () => {
    // Two rows of a padded pass, of which one counts, then a step over a longer cache.
    const first: DecodedRows = segmentOf(passOf(2, 2, 4), [range(1, 8), range(1, 16), range(0, 6)], 0, 1);
    const second: DecodedRows = segmentOf(
      passOf(1, 5, 4),
      [range(100, 10), range(100, 8), range(0, 3)],
      1,
      1,
    );
    const frames = decoderPatterns([first, second], 2, 3);
    const self = frames.get('decoder.0.self.pattern');
    const cross = frames.get('decoder.0.cross.pattern');
    expect(self?.shape).toEqual([2, 2, 2]);
    expect([...(self?.data ?? [])]).toEqual([1, 2, 100, 101, 5, 6, 105, 106]);
    expect(cross?.shape).toEqual([2, 2, 3]);
    expect([...(cross?.data ?? [])]).toEqual([1, 2, 3, 100, 101, 102, 9, 10, 11, 104, 105, 106]);
  });

  it('fills short rows with zeros', () => {
    const narrow = segmentOf(passOf(1, 1, 1), [range(7, 2), range(8, 2), range(0, 3)], 0, 1);
    const wide = segmentOf(passOf(1, 2, 1), [range(1, 4), range(1, 2), range(0, 3)], 1, 1);
    const { data } = decoderPatterns([narrow, wide], 2, 1).get('decoder.0.self.pattern') ?? { data: [] };
    expect([...data]).toEqual([7, 0, 1, 2, 8, 0, 3, 4]);
  });
});
