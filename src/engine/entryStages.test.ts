import { describe, expect, it } from 'vitest';
import { type Engine, type Intervention, PARTS, type Part, type StageName } from '../contract/index.ts';
import { cases, modelFromDisk } from '../testing/fixtures.ts';
import { engineFor } from './testing/engineFor.ts';

const OFF = (part: Part): Intervention => ({ type: 'positions', part, way: 'off', by: 0, seed: 0 });
const SHIFTED = (part: Part): Intervention => ({ type: 'positions', part, way: 'shifted', by: 3, seed: 0 });

/* That both are Hugging Face's numbers is told by parity.test.ts; here what becomes of them under changes. */
describe.each(['cpu', 'wasm'] as const)('what a part is entered with, on %s', (backend) => {
  const known = cases.find(({ name }) => name === 'relu-scaled-2');
  const model = modelFromDisk('relu-scaled');

  async function ask(engine: Engine, part: Part, changes: readonly Intervention[]) {
    const names: readonly StageName[] = [`${part}.embedding`, `${part}.position`, `${part}.0.input`];
    const { source = [], target } = known ?? {};
    const { frames } = await engine.run({ source, target: target ?? [], stages: names, changes });
    return names.map((name) => [...(frames.get(name)?.data ?? [])]);
  }

  it.each(PARTS)('of the %s follows its positions, and the token’s embedding stays', async (part) => {
    const engine = await engineFor(model, backend);
    const [embedding = [], position = [], input = []] = await ask(engine, part, []);
    expect(position.some((value) => value !== 0)).toBe(true);
    embedding.forEach((value, i) => {
      expect(value + (position[i] ?? Number.NaN)).toBeCloseTo(input[i] ?? Number.NaN, 5);
    });
    const off = await ask(engine, part, [OFF(part)]);
    expect(off).toEqual([embedding, position.map(() => 0), embedding]);
    const shifted = await ask(engine, part, [SHIFTED(part)]);
    expect(shifted[0]).toEqual(embedding);
    const width = model.info.width;
    const same = position.slice(3 * width);
    expect(same.length).toBeGreaterThan(0);
    same.forEach((value, i) => {
      expect(shifted[1]?.[i]).toBeCloseTo(value, 6);
    });
    engine.dispose();
  });
});
