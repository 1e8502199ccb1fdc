import type { Page } from '@playwright/test';
import { type PlainFrame, powerOfTen } from '../steps.ts';

/** A number as it is written, and the unit of its last digit. */
export interface Written {
  readonly value: number;
  readonly unit: number;
}

/** Numbers written in a text, with their real minus; −∞ is one of them. */
export function numbersIn(text: string): readonly Written[] {
  const written = /([−-]?)\s?(∞|\d+(?:\.(\d+))?)(?:\s×\s10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/g;
  return [...text.replaceAll(',', '').matchAll(written)].map(
    ([, sign, digits = '', decimals = '', power]) => {
      const size = digits === '∞' ? Number.POSITIVE_INFINITY : Number(digits) * powerOfTen(power);
      return { value: size * (sign === '' ? 1 : -1), unit: 10 ** -decimals.length * powerOfTen(power) };
    },
  );
}

/** The last number written in a text. */
export const lastIn = (text: string): Written => numbersIn(text).at(-1) ?? { value: Number.NaN, unit: 0 };

/** What is written is this number, rounded. Single precision leaves a millionth of its size. */
export function isWritten(text: string, value: number): boolean {
  const { value: read, unit } = lastIn(text);
  if (!Number.isFinite(value)) return read === value;
  return Math.abs(read - value) <= 0.5 * unit + 2e-6 * (1 + Math.abs(value));
}

/** A number of a frame; indices as its shape has them. */
export function at({ shape, data }: PlainFrame, ...indices: readonly number[]): number {
  const flat = indices.reduce((sum, index, axis) => sum * (shape[axis] ?? 1) + index, 0);
  return data[flat] ?? Number.NaN;
}

/** Waits until the view on screen has all its numbers. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => window.headlight.setState({}));
  await page.locator('.app-pane:not(:has([aria-busy=true]))').waitFor();
}
