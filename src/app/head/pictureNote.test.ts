import { describe, expect, it } from 'vitest';
import { type Intervention, sitesOf } from '../../contract/index.ts';
import { createTranslator } from '../../i18n/index.ts';
import { type NoteAsked, pictureNote } from './pictureNote.ts';

const t = createTranslator('en');
const stack = { layers: 2, heads: 2 };
const matrix = (data: readonly number[]) => ({ data: Float32Array.from(data), T: 1, S: 2 });
const off = (way: 'zero' | 'mean' | 'first', layer = 0): Intervention => ({
  type: 'off',
  way,
  kind: 'encoder',
  layer,
  heads: [0],
});
const base: NoteAsked = {
  at: { kind: 'encoder', layer: 0, head: 0 },
  changes: [off('zero')],
  shown: 'after',
  matrix: matrix([0.5, 0.5]),
  before: matrix([0.5, 0.5]),
  sites: sitesOf({ width: 8, encoder: stack, decoder: stack }),
  dots: true,
};
const said = (over: Partial<NoteAsked>) => {
  const note = pictureNote(t, { ...base, ...over });
  return note && [note.title, note.text].filter(Boolean).join(' ');
};

describe('pictureNote', () => {
  it('says what a head that is off gives instead, and where that is seen', () => {
    expect(said({})).toBe(`Off: its output is 0. Its own weights stay. ${t('drawn.dots')}`);
    expect(said({ changes: [off('mean')] })).toContain('mean of its output');
    expect(said({ changes: [off('first')] })).toBe(t('drawn.off.first'));
    expect(said({ dots: false })).not.toContain('Dots');
    // Heads of the layers before it are off, too.
    const moved = said({ before: matrix([0.6, 0.4]) });
    expect(moved).toContain('Its own weights move only with what is changed before it. Dots');
  });

  it('says nothing of a head that is on, of several as one, or of the model as it came', () => {
    expect(said({ changes: [off('zero', 1)] })).toBeNull();
    expect(said({ at: null })).toBeNull();
    expect(said({ shown: 'before' })).toBeNull();
  });

  it('says why a difference is empty', () => {
    const shown = 'difference';
    expect(said({ shown })).toContain('The difference is 0 in every cell. Its own weights stay');
    expect(said({ shown, changes: [off('zero', 1)] })).toContain('No change reaches this head');
    expect(said({ shown, changes: [] })).toContain('Nothing is changed');
    expect(said({ shown, at: null })).toBe('The difference is 0 in every cell.');
  });

  it('says how small one is that cannot be seen, and nothing of one that can', () => {
    const above = { shown: 'difference', at: { kind: 'encoder', layer: 1, head: 1 } } as const;
    const small = said({ ...above, before: matrix([0.502, 0.498]) });
    expect(small).toContain('No weight moved by more than 0.0020.');
    expect(small).toContain('A change comes before this head');
    expect(said({ ...above, before: matrix([0.6, 0.4]) })).toBeNull();
  });
});
