import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellDifference,
  cellNumber,
  exact,
  keptDigits,
  percent,
  powerOfTen,
  short,
  signed,
  signedPercent,
} from './numbers.ts';

describe('numbers', () => {
  it('writes whole per cents with a narrow space', () => {
    expect(percent(0.6214, 'en')).toBe('62\u202f%');
    expect(percent(1, 'zh-CN')).toBe('100%');
    expect(percent(0, 'en')).toBe('0\u202f%');
    expect(percent(0.0049, 'en')).toBe('0.5\u202f%');
    expect(percent(0.0096, 'en')).toBe('1\u202f%');
    expect(percent(0.0004, 'en')).toBe('<0.1\u202f%');
    expect(percent(0.996, 'en')).toBe('99.6\u202f%');
    expect(percent(0.99999, 'en')).toBe('>99.9\u202f%');
  });

  it('keeps the digits of what would be written as 0, and of nothing else', () => {
    expect(keptDigits(5.63e-6, 3, 'en')).toBe('5.6 × 10⁻⁶');
    expect(keptDigits(0.0006, 3, 'en')).toBe('0.001');
    expect(keptDigits(0, 3, 'en')).toBe('0.000');
    expect(keptDigits(0.0000004, 3, 'de')).toBe('4,0 × 10⁻⁷');
  });

  it('writes four decimals, in the locale', () => {
    expect(exact(0.62137, 'en')).toBe('0.6214');
    expect(exact(0.62137, 'fr')).toBe('0,6214');
  });

  it('keeps two digits of a small weight, and never rounds to 1', () => {
    expect(exact(5.63e-6, 'en')).toBe('5.6 × 10⁻⁶');
    expect(exact(0, 'en')).toBe('0.0000');
    expect(exact(0.99997, 'en')).toBe('>0.9999');
    expect(exact(1, 'en')).toBe('1.0000');
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

  it('writes a real minus, and none before 0', () => {
    expect(signed(-2.3104, 3, 'en')).toBe('−2.310');
    expect(signed(-0.0004, 3, 'en')).toBe('0.000');
    expect(signed(0, 2, 'en')).toBe('0.00');
    expect(signed(Number.NEGATIVE_INFINITY, 3, 'en')).toBe('−∞');
    expect(signed(1234.5, 1, 'zh-CN')).toBe('1,234.5');
  });
});

describe('differences', () => {
  it('bear their sign, and none where they are nothing', () => {
    expect([0.3, -0.894, 0.009, -0.009, 1, -1].map(cellDifference)).toEqual([
      '+30',
      '−89',
      '',
      '',
      '+100',
      '−100',
    ]);
    expect([0.3, -0.894, 0.004, -0.004, 0].map((c) => signedPercent(c, 'en'))).toEqual([
      '+30',
      '−89',
      '0',
      '0',
      '0',
    ]);
  });
});

describe('short', () => {
  it('has as many digits as count', () => {
    expect([0, 0.377, -3.144, 12.44, 150.2, 1234].map((v) => short(v, 'en'))).toEqual([
      '0',
      '0.38',
      '−3.14',
      '12.4',
      '150',
      '1,234',
    ]);
  });
});

describe('powerOfTen', () => {
  it('is plain where it can be and short where it cannot', () => {
    const values = [0, 0.5, 2.1e-6, -2.1e-6, 9.7e-7, 1.2e5];
    expect(values.map((value) => powerOfTen(value, 'en'))).toEqual([
      '0',
      '0.50',
      '2 × 10⁻⁶',
      '−2 × 10⁻⁶',
      '1 × 10⁻⁶',
      '1 × 10⁵',
    ]);
  });
});
