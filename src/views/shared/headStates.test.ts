import { describe, expect, it } from 'vitest';
import { OFF_WAYS } from '../../contract/index.ts';
import { createTranslator } from '../../i18n/index.ts';
import { actOf, actOfKey, HEAD_ON, headMenu, type ShownHeadState, stateWords } from './headStates.ts';

const t = createTranslator('en');
const off: ShownHeadState = { hidden: false, off: 'mean', changed: true };
const hidden: ShownHeadState = { hidden: true, off: null, changed: false };

describe('headMenu', () => {
  it('has an act for every item, whatever the state', () => {
    for (const state of [HEAD_ON, off, hidden]) {
      for (const { id } of headMenu(state, t)) expect(actOf(id), id).not.toBeNull();
    }
    expect(actOf('toString')).toBeNull();
  });

  it('marks how a head is off, and offers to bring back only what is away', () => {
    const checked = (state: ShownHeadState) =>
      headMenu(state, t).flatMap((item) => (item.checked ? [item.id] : []));
    expect(checked(HEAD_ON)).toEqual([]);
    expect(checked(off)).toEqual(['mean']);
    const ids = (state: ShownHeadState) => headMenu(state, t).map(({ id }) => id);
    expect(ids(HEAD_ON)).not.toContain('backOn');
    expect(ids(off)).toContain('backOn');
    expect(ids(HEAD_ON)).toContain('hide');
    expect(ids(hidden)).toContain('show');
    expect(ids(hidden)).not.toContain('hide');
  });

  it('says the keys where they do the same', () => {
    for (const state of [HEAD_ON, off, hidden]) {
      for (const { id, keys } of headMenu(state, t)) {
        if (keys !== undefined) expect(actOf(id)).toEqual(actOfKey(keys, state));
      }
    }
  });

  it('can switch a head off in every way there is', () => {
    const ways = headMenu(HEAD_ON, t).map(({ id }) => actOf(id));
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
    expect(stateWords(HEAD_ON, t)).toEqual([]);
    expect(stateWords({ hidden: true, off: 'first', changed: true }, t)).toEqual([
      'switched off: reads only the first word',
      'hidden from view',
      'reads differently now',
    ]);
  });
});
