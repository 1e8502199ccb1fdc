import { expect, it } from 'vitest';
import { asksHowMany, longFiles, sortLong } from './longFiles.mjs';

const asking = "import { runs } from '../../src/testing/long.ts';";

it('knows a file that asks how many cases to try from one that does not', () => {
  expect(asksHowMany(asking)).toBe(true);
  expect(asksHowMany("import { everyNth, runs } from '../testing/long.ts';")).toBe(true);
  expect(asksHowMany("import { longest } from './longest.ts';")).toBe(false);
});

it('sorts them by the program that runs them', () => {
  const texts = { 'src/a.test.ts': asking, 'src/b.test.ts': '', 'src/c.ts': asking, 'e2e/d.spec.ts': asking };
  expect(sortLong(Object.keys(texts), (path) => texts[path])).toEqual({
    unit: ['src/a.test.ts'],
    endToEnd: ['e2e/d.spec.ts'],
  });
});

it('finds those of this project', () => {
  expect(longFiles().unit).toContain('src/state/laws.test.ts');
});
