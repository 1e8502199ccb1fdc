import { openAnew, openLive, painted, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

type TestPage = Parameters<typeof painted>[0];
const stateOf = (page: TestPage) => page.evaluate(() => window.headlight.getState());
const listOf = (page: TestPage) => page.getByRole('region', { name: 'What is changed in the model' });

test('the head is switched off, the cell forbidden, both listed and taken back, without a mouse', async ({
  page,
}) => {
  await openAnew(page, { hash: { text: TIRED, layer: '2', heads: '4', cell: 'none' } });
  await expect(listOf(page)).toHaveCount(0);
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await painted(page);
    return stateOf(page);
  };
  expect((await press('x')).changes).toEqual([
    { type: 'off', kind: 'encoder', layer: 2, heads: [4], way: 'zero' },
  ]);
  await expect(listOf(page).getByRole('listitem')).toHaveText(['encoder layer 3 head 5 off (output zero)']);
  expect((await press('b')).shown).toBe('before');
  expect((await press('b')).shown).toBe('difference');
  expect((await press('h')).hidden).toEqual([{ kind: 'encoder', layer: 2, head: 4 }]);
  expect((await stateOf(page)).changes).toHaveLength(1);
  await press('h');
  expect(await press('x')).toMatchObject({ changes: [], hidden: [] });
  await expect(listOf(page)).toHaveCount(0);
  await page.evaluate(() => window.headlight.setState({ cell: { query: 8, key: 1 } }));
  expect((await press('x')).changes).toEqual([
    { type: 'forbid', kind: 'encoder', layer: 2, heads: [4], mode: 'before', cells: [{ query: 8, key: 1 }] },
  ]);
  await expect(listOf(page).getByRole('listitem')).toHaveText([
    '“it” may not read “animal” in encoder layer 3 head 5 (before softmax)',
  ]);
  await listOf(page)
    .getByRole('button', { name: /^Take back: “it” may not read/ })
    .press('Enter');
  await painted(page);
  expect((await stateOf(page)).changes).toEqual([]);
  for (let i = 0; i < 8; i++) await press('Control+z');
  expect(await stateOf(page)).toMatchObject({ changes: [], hidden: [], shown: 'after', cell: null });
});

test('changes, decoding and names survive their link, and reset leaves the model as it came', async ({
  page,
}) => {
  const hash = {
    heads: '4',
    text: TIRED,
    changes: 'off.e2h4 forbid.e3.8_6 scale.c.none',
    decoding: 'beam,w2',
    names: 'e2h4.my head',
  };
  await openAnew(page, { hash });
  const state = await stateOf(page);
  expect(state).toMatchObject({ decoding: { way: 'beam', width: 2 }, names: [{ head: 4, name: 'my head' }] });
  expect(state.changes).toHaveLength(3);
  await page.keyboard.press(']');
  await painted(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('heads=5');
  await page.reload();
  await page.evaluate(() => window.headlight.whenReady());
  expect((await stateOf(page)).changes).toEqual(state.changes);
  await listOf(page).getByRole('button', { name: 'Reset' }).click();
  await painted(page);
  expect(await stateOf(page)).toMatchObject({ changes: [], decoding: { way: 'greedy' } });
  await page.keyboard.press('Control+z');
  await painted(page);
  expect((await stateOf(page)).changes).toEqual(state.changes);
});

test('bad changes are refused with words, and nothing is changed', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const refused = await page.evaluate(() =>
    window.headlight
      .setState({ changes: [{ type: 'off', kind: 'encoder', layer: 2, way: 'half' }] })
      .catch(({ code, message }: { code: string; message: string }) => ({ code, message })),
  );
  expect(refused).toEqual({
    code: 'bad-state',
    message: "setState: changes[0].way: expected one of 'zero', 'mean', 'first', got \"half\"",
  });
  expect((await stateOf(page)).changes).toEqual([]);
});

test('the row of changes takes its own room and moves nothing else', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4', cell: 'none' } });
  const places = () =>
    page.evaluate(() =>
      ['.app-top', '.figure', '.app-head-bar', '.app-bottom', '.strip'].map((name) => {
        const box = document.querySelector(name)?.getBoundingClientRect();
        return [name, box?.x, box?.y, box?.width, box?.height];
      }),
    );
  const before = await places();
  await page.keyboard.press('x');
  await painted(page);
  await expect(listOf(page)).toBeVisible();
  expect(await places()).toEqual(before);
});
