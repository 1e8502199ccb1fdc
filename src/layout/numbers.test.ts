import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellNumber, exact, percent } from './numbers.ts';

describe('numbers', () => {
  it('writes whole per cents with a narrow space', () => {
    expect(percent(0.6214, 'en')).toBe('62\u202f%');
    expect(percent(1, 'zh-CN')).toBe('100\u202f%');
    expect(percent(0, 'en')).toBe('0\u202f%');
    expect(percent(0.0049, 'en')).toBe('<1\u202f%');
    expect(percent(0.005, 'en')).toBe('1\u202f%');
  });

  it('writes four decimals, in the locale', () => {
    expect(exact(0.62137, 'en')).toBe('0.6214');
    expect(exact(0.62137, 'fr')).toBe('0,6214');
  });

  it('writes nothing into cells under one per cent', () => {
    expect(cellNumber(0.0099)).toBe('');
    expect(cellNumber(0.01)).toBe('1');
    expect(cellNumber(0.996)).toBe('100');
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (weight) => {
        expect(Math.abs(Number(cellNumber(weight)) - weight * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});
