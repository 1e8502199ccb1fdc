import { describe, expect, it } from 'vitest';
import { INSPECT_STEPS } from '../../layout/index.ts';
import { INITIAL_CHOICE } from '../../state/index.ts';
import { nextStop, stopPatch, type Walk } from './walk.ts';

/** Every stop from the first on, as a clicker finds them. */
function walked(walk: Walk): string[] {
  let here = { ...INITIAL_CHOICE, ...(walk.changed ? { shown: 'before' as const } : {}) };
  const names: string[] = [];
  for (let stop = nextStop(walk, here, 1); stop !== null; stop = nextStop(walk, here, 1)) {
    here = { ...here, ...stopPatch(stop, here) };
    names.push([stop.seen, stop.shown ?? stop.inspect ?? stop.step ?? ''].join(' ').trim());
  }
  return names;
}

describe('the stops of a clicker', () => {
  it('are the views of the lecture, and in them their steps', () => {
    expect(walked({ changed: false, pinned: false, words: 2 })).toEqual([
      'arcs',
      'matrices',
      'time 0',
      'time 1',
    ]);
    expect(walked({ changed: false, pinned: true, words: 0 })).toEqual([
      'arcs',
      ...INSPECT_STEPS.map((_, step) => `cell ${step}`),
      'matrices',
    ]);
  });

  it('are both sides of a change and their difference, where something is changed', () => {
    expect(walked({ changed: true, pinned: false, words: 0 })).toEqual([
      'heatmap after',
      'heatmap difference',
      'arcs',
      'matrices',
    ]);
  });

  it('lead back the same way, and end where they began', () => {
    const walk: Walk = { changed: true, pinned: true, words: 3 };
    const on = walked(walk).length;
    let here = { ...INITIAL_CHOICE, shown: 'before' as const, view: 'time' as const, step: 2 };
    let back = 0;
    for (let stop = nextStop(walk, here, -1); stop !== null; stop = nextStop(walk, here, -1)) {
      here = { ...here, ...(stopPatch(stop, here) as typeof here) };
      back++;
    }
    expect(back).toBe(on);
    expect(here).toMatchObject({ view: 'heatmap', shown: 'before' });
  });

  it('begin with the heatmap from a view that is none of them', () => {
    const walk: Walk = { changed: false, pinned: false, words: 1 };
    expect(nextStop(walk, { ...INITIAL_CHOICE, view: 'lens' }, 1)).toEqual({ seen: 'heatmap' });
    expect(nextStop(walk, { ...INITIAL_CHOICE, view: 'time', step: null }, -1)).toEqual({ seen: 'matrices' });
  });
});
