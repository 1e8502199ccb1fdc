import { describe, expect, it } from 'vitest';
import { OFF_WAYS } from '../../contract/index.ts';
import {
  actOf,
  actOfKey,
  HEAD_ON,
  type HeadState,
  type HeadStateWords,
  headMenu,
  stateWords,
} from './headStates.ts';

const words: HeadStateWords = {
  off: (way) => `off ${way}`,
  hidden: 'hidden',
  changed: 'changed',
  menu: (head) => head,
  switchOff: (way) => `switch off ${way}`,
  onlyThis: 'only this',
  layerOff: 'layer off',
  kindOff: 'kind off',
  backOn: 'back on',
  layerOn: 'layer on',
  kindOn: 'kind on',
  hide: 'hide',
  show: 'show',
};
const off: HeadState = { hidden: false, off: 'mean', changed: true };
const hidden: HeadState = { hidden: true, off: null, changed: false };

describe('headMenu', () => {
  it('has an act for every item, whatever the state', () => {
    for (const state of [HEAD_ON, off, hidden]) {
      for (const { id } of headMenu(state, words)) expect(actOf(id), id).not.toBeNull();
    }
    expect(actOf('toString')).toBeNull();
  });

  it('marks how a head is off, and offers to bring back only what is away', () => {
    const checked = (state: HeadState) =>
      headMenu(state, words).flatMap((item) => (item.checked ? [item.id] : []));
    expect(checked(HEAD_ON)).toEqual([]);
    expect(checked(off)).toEqual(['mean']);
    const ids = (state: HeadState) => headMenu(state, words).map(({ id }) => id);
    expect(ids(HEAD_ON)).not.toContain('backOn');
    expect(ids(off)).toContain('backOn');
    expect(ids(HEAD_ON)).toContain('hide');
    expect(ids(hidden)).toContain('show');
    expect(ids(hidden)).not.toContain('hide');
  });

  it('says the keys where they do the same', () => {
    for (const state of [HEAD_ON, off, hidden]) {
      for (const { id, keys } of headMenu(state, words)) {
        if (keys !== undefined) expect(actOf(id)).toEqual(actOfKey(keys, state));
      }
    }
  });

  it('can switch a head off in every way there is', () => {
    const ways = headMenu(HEAD_ON, words).map(({ id }) => actOf(id));
    for (const way of OFF_WAYS) expect(ways).toContainEqual({ type: 'off', way, of: 'head' });
    expect(ways).toContainEqual({ type: 'off', way: 'zero', of: 'others' });
  });
});

describe('actOfKey', () => {
  it('goes to and fro', () => {
    expect(actOfKey('x', HEAD_ON)).toEqual({ type: 'off', way: 'zero', of: 'head' });
    expect(actOfKey('x', off)).toEqual({ type: 'on', of: 'head' });
    expect(actOfKey('h', HEAD_ON)).toEqual({ type: 'hide' });
    expect(actOfKey('h', hidden)).toEqual({ type: 'show' });
    expect(actOfKey('Enter', HEAD_ON)).toBeNull();
  });
});

describe('stateWords', () => {
  it('says all that became of a head, and nothing of one that is as it was', () => {
    expect(stateWords(HEAD_ON, words)).toEqual([]);
    expect(stateWords({ hidden: true, off: 'first', changed: true }, words)).toEqual([
      'off first',
      'hidden',
      'changed',
    ]);
  });
});
