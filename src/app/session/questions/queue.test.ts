import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('goes by priority, then by who came first, then by the list', () => {
  const queue = createQueue<string>();
  queue.add(['z'], 'background');
  queue.add(['b', 'c'], 'screen');
  queue.add(['d'], 'screen');
  queue.add(['y'], 'soon');
  const order: string[] = [];
  const stateOf = (item: string) => (order.includes(item) ? 'ready' : 'open');
  for (let item = queue.next(stateOf); item !== null; item = queue.next(stateOf)) order.push(item);
  expect(order).toEqual(['b', 'c', 'd', 'y', 'z']);
});

test('a failure ends its list; what must wait does not', () => {
  const queue = createQueue<string>();
  queue.add(['failed', 'behind'], 'screen');
  const drop = queue.add(['held', 'free'], 'screen');
  const stateOf = (item: string) => (item === 'failed' || item === 'held' ? item : 'open');
  expect(queue.next(stateOf)).toBe('free');
  expect(queue.some((item) => item === 'behind')).toBe(true);
  drop();
  expect(queue.next(stateOf)).toBeNull();
  expect(queue.some((item) => item === 'free')).toBe(false);
});
