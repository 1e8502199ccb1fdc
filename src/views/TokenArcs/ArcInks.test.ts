import { expect, test } from 'vitest';
import { arcsLayout } from '../../layout/index.ts';
import { inkOf } from './ArcInks.tsx';

const measure = (text: string, fontPx: number) => text.length * 0.55 * fontPx;
const words = ['The', 'animal', 'slept', '↵'];
const lay = (kind: 'encoder' | 'cross') =>
  arcsLayout({ kind, queries: words, keys: words, widthPx: 700, heightPx: 480, measure });

test('ink grows towards the word that is read, on whichever side it stands', () => {
  const self = lay('encoder');
  const stroke = (query: number, key: number, weight = 0.5) =>
    inkOf('x', self, { query, key, weight })?.stroke;
  expect(stroke(0, 2)).toBe('url(#x-plus-on)');
  expect(stroke(2, 0)).toBe('url(#x-plus-back)');
  expect(stroke(2, 0, -0.5)).toBe('url(#x-minus-back)');
  expect(stroke(1, 1)).toBeUndefined();
  // From one line to the other there is but one way.
  const cross = lay('cross');
  for (const key of [0, 1, 3])
    expect(inkOf('x', cross, { query: 1, key, weight: 1 })?.stroke).toBe('url(#x-plus-on)');
});
