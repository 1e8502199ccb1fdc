import { describe, expect, test } from 'vitest';
import type { CellsForbidden } from '../../contract/index.ts';
import { sampleCard, samplePicture, wordTokens } from '../../testing/picture.ts';
import { isChanged, linkOf } from '../selectors.ts';
import { openPage as open } from '../testing/page.ts';
import type { ChoicePatch } from '../types.ts';
import { forbiddenCellsOf } from './forbiddenCells.ts';

const openPage = (link?: ChoicePatch) => open({ card: sampleCard, picture: samplePicture }, link);
const HEAD = { kind: 'encoder', layer: 1, heads: [2] } as const;
const forbidden = (cells: CellsForbidden['cells'], over: Partial<CellsForbidden> = {}) =>
  ({ type: 'forbid', ...HEAD, mode: 'before', cells, ...over }) as const;

describe('cells', () => {
  test('at word level stand for all pieces of their words', () => {
    const { act, choice, state, picture } = openPage({ text: 'x' });
    const pieces = wordTokens('ti red now', 'end').map((token, i) => ({
      ...token,
      word: Math.max(0, i - 1),
    }));
    picture('x', { source: pieces });
    act.setLevel('word');
    act.forbid(HEAD, [{ query: 1, key: 0 }], 'before');
    expect(choice().changes).toEqual([forbidden([0, 1].map((key) => ({ query: 2, key })))]);
    expect(forbiddenCellsOf(state())('encoder', 1, 2)).toEqual([
      { query: 1, key: 0, mode: 'before', whole: true },
    ]);
    act.setLevel('piece');
    act.allow(HEAD, [{ query: 2, key: 1 }]);
    act.setLevel('word');
    expect(forbiddenCellsOf(state())('encoder', 1, 2)).toEqual([
      { query: 1, key: 0, mode: 'before', whole: false },
    ]);
    expect(forbiddenCellsOf(state())('encoder', 1, 3)).toEqual([]);
  });

  test('of one stroke are one step, however slow the hand; the next stroke is another', () => {
    const { act, choice, steps, clock } = openPage();
    for (const key of [0, 1, 2]) {
      act.paint('a', HEAD, [{ query: 0, key }], 'after');
      clock.ms += 5000;
    }
    act.paint('b', HEAD, [{ query: 0, key: 1 }], null);
    expect(choice().changes).toEqual([
      forbidden(
        [0, 2].map((key) => ({ query: 0, key })),
        { mode: 'after' },
      ),
    ]);
    expect(steps()).toBe(2);
    act.undo();
    act.undo();
    expect(choice().changes).toEqual([]);
  });

  test('pointed at or pinned are forbidden by one key for whom the brush reaches, and allowed again', () => {
    const { act, choice, state } = openPage({
      text: 'it was too tired',
      ...HEAD,
      cell: { query: 0, key: 3 },
    });
    act.toggleCell();
    expect(choice().changes).toEqual([forbidden([{ query: 0, key: 3 }])]);
    act.toggleCell();
    expect(isChanged(state())).toBe(false);
    act.point({ query: 1, key: 2, drawing: 0 });
    act.setBrush({ scope: 'kind', mode: 'after' });
    act.toggleCell();
    expect(choice().changes).toEqual([
      forbidden([{ query: 1, key: 2 }], { layer: null, heads: null, mode: 'after' }),
    ]);
    act.toggleCell();
    expect(isChanged(state())).toBe(false);
  });

  test('of tokens are forbidden and allowed alone, though words stand on screen; each is a step of undo', () => {
    const { act, choice, state, picture } = openPage({ text: 'x' });
    const pieces = wordTokens('ti red now', 'end').map((token, i) => ({
      ...token,
      word: Math.max(0, i - 1),
    }));
    picture('x', { source: pieces });
    act.setLevel('word');
    act.forbidToken(HEAD, { query: 2, key: 1 }, 'before');
    expect(choice().changes).toEqual([forbidden([{ query: 2, key: 1 }])]);
    act.forbidToken(HEAD, { query: 2, key: 0 }, 'before');
    act.undo();
    expect(choice().changes).toEqual([forbidden([{ query: 2, key: 1 }])]);
    act.forbidToken(HEAD, { query: 2, key: 1 }, null);
    expect(isChanged(state())).toBe(false);
  });

  test('follow their words when the text is edited, and go when one of them goes', () => {
    const { act, choice, picture, clock } = openPage();
    act.forbid(
      HEAD,
      [
        { query: 0, key: 3 },
        { query: 1, key: 2 },
        { query: null, key: 0 },
      ],
      'before',
    );
    clock.ms += 2000;
    act.type({ text: 'it was tired' });
    picture('it was tired');
    expect(choice().changes).toEqual([
      forbidden([
        { query: null, key: 0 },
        { query: 0, key: 2 },
      ]),
    ]);
    act.undo();
    expect(choice()).toMatchObject({ text: 'it was too tired' });
    expect(choice().changes[0]).toMatchObject({
      cells: [
        { query: null, key: 0 },
        { query: 0, key: 3 },
        { query: 1, key: 2 },
      ],
    });
  });

  test('stay where they are when only the French changes, for that is what they do', () => {
    const { act, choice, picture } = openPage({
      text: 'it was too tired',
      kind: 'cross',
      layer: 0,
      heads: [0],
    });
    act.forbid({ kind: 'cross', layer: 0, heads: [0] }, [{ query: 1, key: 0 }], 'before');
    const changes = choice().changes;
    picture('it was too tired', { target: wordTokens('ELLE ETAIT', 'start'), translation: 'ELLE ETAIT' });
    expect(choice().changes).toBe(changes);
  });

  test('of words that change places go with them', () => {
    const { act, choice, picture } = openPage();
    act.forbid(HEAD, [{ query: 0, key: 3 }], 'before');
    act.moveWord(3, 0);
    expect(choice().text).toBe('tired it was too');
    picture('tired it was too');
    expect(choice().changes).toEqual([forbidden([{ query: 1, key: 0 }])]);
  });

  test('of a link count its own text, and are out of the link while another is on its way', () => {
    const { act, choice, picture, state } = openPage({
      text: 'it was',
      changes: [forbidden([{ query: 0, key: 1 }])],
    });
    act.type({ text: 'then it was' });
    expect(linkOf(state()).hash).not.toContain('changes');
    picture('then it was');
    expect(choice().changes).toEqual([forbidden([{ query: 1, key: 2 }])]);
    expect(linkOf(state()).hash).toContain('changes=forbid.e1h2.1_2');
  });

  test('of another picture are not drawn, and none can be painted beside them', () => {
    const { act, choice, picture, state } = openPage();
    act.forbid(HEAD, [{ query: 0, key: 1 }], 'before');
    const { changes } = choice();
    act.choose({ text: 'other words', changes });
    expect(forbiddenCellsOf(state())('encoder', 1, 2)).toEqual([]);
    act.forbid(HEAD, [{ query: 1, key: 1 }], 'before');
    expect(choice().changes).toEqual(changes);
    // Other changes can: the cells go on counting their own text.
    act.setHeads(HEAD, 'zero');
    expect(forbiddenCellsOf(state())('encoder', 1, 2)).toEqual([]);
    act.setHeads(HEAD, 'shown');
    picture('other words');
    act.forbid(HEAD, [{ query: 1, key: 1 }], 'before');
    expect(choice().changes).toEqual([forbidden([0, 1].map((query) => ({ query, key: 1 })))]);
  });

  test('are two thousand at most: what would be more is not done', () => {
    const text = Array.from({ length: 45 }, (_, i) => `w${i}`).join(' ');
    const { act, choice, steps } = openPage({ text });
    const cells = Array.from({ length: 46 * 46 }, (_, i) => ({ query: Math.floor(i / 46), key: i % 46 }));
    act.forbid(HEAD, cells, 'before');
    expect([choice().changes, steps()]).toEqual([[], 0]);
    act.forbid(HEAD, cells.slice(0, 2000), 'before');
    expect(steps()).toBe(1);
  });

  test('out of the picture are none, and a row of a word is all it may read', () => {
    const { act, choice, state } = openPage();
    act.forbid(HEAD, [{ query: 9, key: 0 }], 'before');
    expect(choice().changes).toEqual([]);
    act.forbid(HEAD, [{ query: 2, key: null }], 'after');
    expect(forbiddenCellsOf(state())('encoder', 1, 2).map(({ query, key }) => [query, key])).toEqual(
      [0, 1, 2, 3, 4].map((key) => [2, key]),
    );
  });
});
