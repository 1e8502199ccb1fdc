import { expect, test } from 'vitest';
import { EngineError, HeadlightError, ModelError, TokenError } from '../contract/index.ts';
import { fromWire, toWire } from './wireError.ts';

const across = (error: unknown) => fromWire(structuredClone(toWire(error)));

test.each([
  new EngineError('backend', 'a', 'b', 'c', 'd'),
  new ModelError('integrity', 'a', 'b', 'c', 'd', 'config.json'),
  new TokenError('unknown-id', 'a', 'b', 'c', 'd'),
  new HeadlightError('crashed', 'a', 'b', 'c', 'd'),
])('%s is of its own class and says the same on the other side', (error) => {
  const rebuilt = across(error);
  expect(rebuilt.constructor).toBe(error.constructor);
  expect({ ...rebuilt, message: rebuilt.message }).toEqual({ ...error, message: error.message });
});

test('what was thrown and is no error of ours is kept as words', () => {
  expect(across(new TypeError('no')).message).toBe('worker: run: expected no error, got TypeError: no');
  expect(across('text').got).toBe('text');
});
