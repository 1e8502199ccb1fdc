import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { GREEDY, type Intervention, POSITION_WAYS, WAYS_OF_DECODING } from '../src/contract/index.ts';
import { attentionChanges } from '../src/testing/arbitrary.ts';
import { runs } from '../src/testing/long.ts';
import { openLive } from './steps.ts';
import { expect, test } from './support/test.ts';

const STEPS = runs(200, 2000);
const SEED = 20_261_201;
const TEXT = 'It was too wide.';

/** What a person does next to the list of changes, or to the way of writing. */
type Step =
  | { readonly do: 'add'; readonly changes: readonly Intervention[] }
  | { readonly do: 'drop'; readonly at: number }
  | { readonly do: 'reset' }
  | { readonly do: 'write'; readonly decoding: object };

const positions = fc
  .record({
    part: fc.constantFrom('encoder' as const, 'decoder' as const),
    way: fc.constantFrom(...POSITION_WAYS),
    by: fc.integer({ min: -9, max: 9 }),
    seed: fc.nat({ max: 99 }),
  })
  .map((made): readonly Intervention[] => [{ type: 'positions', ...made }]);

const decoding = fc.record({
  way: fc.constantFrom(...WAYS_OF_DECODING),
  temperature: fc.constantFrom(0.5, 1, 2),
  topK: fc.constantFrom(null, 1, 5),
  topP: fc.constantFrom(null, 0.5),
  seed: fc.nat({ max: 99 }),
  width: fc.constantFrom(1, 2, 3),
});

/** An empty list of cells says nothing, and the page refuses it: those of a sample that have none are left out. */
const sound = (changes: readonly Intervention[]): readonly Intervention[] =>
  changes.filter((change) => change.type !== 'forbid' || change.cells.length > 0);

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: attentionChanges.map((changes): Step => ({ do: 'add', changes: sound(changes) })),
  },
  { weight: 3, arbitrary: positions.map((changes): Step => ({ do: 'add', changes })) },
  { weight: 4, arbitrary: fc.nat({ max: 9 }).map((at): Step => ({ do: 'drop', at })) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'reset' }) },
  { weight: 1, arbitrary: decoding.map((made): Step => ({ do: 'write', decoding: made })) },
);

const FRENCH = 'Elle était trop large.';
/**
 * Every so many steps the model writes itself; with a person's French it does not go on to its limit every
 * time.
 */
const WRITES_EVERY = 40;

/** All patterns of the picture on screen, as text: the same numbers, the same text. */
const patternsOf = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const sub of ['encoder.?.self', 'decoder.?.self', 'decoder.?.cross']) {
      for (let layer = 0; layer < 4; layer++) {
        const name = `${sub.replace('?', String(layer))}.pattern`;
        const { shape, data } = await window.headlight.frame(name);
        found[name] = `${shape}: ${[...data].join(' ')}`;
      }
    }
    return found;
  });

const translationOf = (page: Page) => page.evaluate(() => window.headlight.translation());
const tensorsOf = (page: Page) => page.evaluate(() => window.headlight.numTensors());

/** Does these steps, one after the other, each painted; says what went wrong, and what is changed then. */
function take(page: Page, some: readonly Step[], held: readonly Intervention[]) {
  return page.evaluate(
    async ({ todo, from, usual, french, every }) => {
      let changes = [...from];
      const wrong: string[] = [];
      const show = (patch: object): Promise<unknown> =>
        window.headlight.setState(patch).catch((error: Error) => wrong.push(error.message));
      const look = async (): Promise<void> => {
        for (const name of ['encoder.3.self', 'decoder.3.self', 'decoder.3.cross']) {
          const { data } = await window.headlight.frame(`${name}.pattern`);
          if (!data.every((x) => x >= 0 && x <= 1.001)) wrong.push(`${name}: ${JSON.stringify(changes)}`);
        }
      };
      for (const [i, step] of todo.entries()) {
        if (step.do === 'add') changes = [...changes, ...step.changes].slice(-8);
        if (step.do === 'drop') changes.splice(step.at % (changes.length + 1), 1);
        if (step.do === 'reset') changes = [];
        const decoding = step.do === 'write' ? step.decoding : usual;
        await show(step.do === 'write' || step.do === 'reset' ? { changes, decoding } : { changes });
        await look();
        if ((i + 1) % every > 0) continue;
        await show({ target: null });
        await look();
        await show({ target: french });
      }
      return { changes: changes as Intervention[], wrong };
    },
    { todo: some, from: held, usual: GREEDY, french: FRENCH, every: WRITES_EVERY },
  );
}

test(`${STEPS} random changes leave no error, no NaN and no tensor behind; undo leads back`, async ({
  page,
}) => {
  test.setTimeout(600_000);
  const hash = { text: TEXT, target: FRENCH, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };
  await openLive(page, { hash });
  const first = { patterns: await patternsOf(page), translation: await translationOf(page) };
  const link = await page.evaluate(() => location.hash);
  const tensors = await tensorsOf(page);
  const all = fc.sample(steps, { numRuns: STEPS, seed: SEED });
  let kept: readonly Intervention[] = [];
  for (let at = 0; at < STEPS; at += 200) {
    const { changes, wrong } = await take(page, all.slice(at, at + 200), kept);
    expect(wrong).toEqual([]);
    kept = changes;
  }
  expect(await tensorsOf(page)).toBe(tensors);
  // The address follows once the changes pause.
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(link);
  await page.evaluate(
    async (count) => {
      const undo = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true };
      for (let i = 0; i < count; i++) window.dispatchEvent(new KeyboardEvent('keydown', undo));
      await window.headlight.setState({});
    },
    STEPS + 2 * (STEPS / WRITES_EVERY),
  );
  expect(await patternsOf(page)).toEqual(first.patterns);
  expect(await translationOf(page)).toEqual(first.translation);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(link);
  expect(await tensorsOf(page)).toBe(tensors);
});
