import { expect, test } from 'vitest';
import { VIEWS, WEIGHINGS } from '../../contract/index.ts';
import { MORE_VIEWS, moreOf, PATTERN_VIEWS, type Seen, see, seenOf } from './currentView.ts';

/** Every view is seen in some way. */
const ALL_SEEN: readonly Seen[] = [...VIEWS, 'gradient'];

const looks = VIEWS.flatMap((view) => WEIGHINGS.map((weigh) => ({ view, weigh, step: null })));

test('what is asked to be seen is seen, from wherever one comes', () => {
  for (const look of looks) {
    for (const seen of ALL_SEEN) {
      const next = { ...look, ...see(seen, look) };
      expect(seenOf(next)).toBe(seen);
      expect(moreOf(next)).toBe(PATTERN_VIEWS.some((view) => view === seen) ? null : seen);
    }
  }
});

test('every view has its way there', () => {
  expect([...PATTERN_VIEWS, ...MORE_VIEWS].sort()).toEqual([...ALL_SEEN].sort());
});

test('how cells are weighed otherwise is kept, and so is which gradient was drawn', () => {
  expect(see('arcs', { view: 'heatmap', weigh: 'value', step: 2 })).toEqual({ view: 'arcs' });
  expect(see('gradient', { view: 'lens', weigh: 'gradient', step: null })).toEqual({
    view: 'heatmap',
    weigh: 'gradient',
  });
});

test('the decoder is watched from its first step, or from the one chosen before', () => {
  expect(see('time', { view: 'heatmap', weigh: 'pattern', step: null })).toEqual({ view: 'time', step: 0 });
  expect(see('time', { view: 'heatmap', weigh: 'pattern', step: 3 })).toEqual({ view: 'time' });
});
