import { expect, test } from 'vitest';
import { busyShare, patience } from './patience.ts';

test('the share of the cores that worked', () => {
  expect(busyShare({ idle: 100, all: 200 }, { idle: 130, all: 240 })).toBe(0.25);
  expect(busyShare({ idle: 100, all: 200 }, { idle: 140, all: 240 })).toBe(0);
  expect(busyShare({ idle: 100, all: 200 }, { idle: 100, all: 200 })).toBe(0);
});

test('waits no longer than it may, in all', async () => {
  const { calm, waitedMs } = patience(1);
  const started = performance.now();
  for (let i = 0; i < 50; i++) await calm();
  expect(performance.now() - started).toBeLessThan(5000);
  expect(waitedMs()).toBeGreaterThan(0);
});
