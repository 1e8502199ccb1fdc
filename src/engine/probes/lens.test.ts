import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Frame, RunRequest, StageName } from '../../contract/index.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { engineFor } from '../testing/engineFor.ts';

const model = modelFromDisk('swish-no-bias');
const { endId, vocabulary, decoder } = model.info;
const request: RunRequest = { source: [5, 9, 12, endId], target: [7, 8], stages: [] };

describe.each(['cpu', 'wasm'] as const)('the lens on %s', (backend) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineFor(model, backend);
  });
  afterAll(() => engine.dispose());

  it('is the output table on every layer, row by row', async () => {
    const before = engine.numTensors();
    const layers = await engine.lens(request, [7, 8, endId]);
    expect(engine.numTensors()).toBe(before);
    expect(layers.map((rows) => rows.length)).toEqual(new Array(decoder.layers).fill(3));
    // The table is shared with the embeddings in this model, and there is no output bias.
    const table = model.parameters.get('model.shared.weight')?.data ?? new Float32Array();
    const names = layers.map((_, n): StageName => `decoder.${n}.output`);
    const { frames } = await engine.run({ ...request, stages: names });
    const { width } = model.info;
    layers.forEach((rows, n) => {
      const { data } = frames.get(names[n] as StageName) as Frame;
      rows.forEach((guess, row) => {
        const logits = Array.from({ length: vocabulary }, (_, id) => {
          let sum = 0;
          for (let d = 0; d < width; d++)
            sum += (data[row * width + d] as number) * (table[id * width + d] as number);
          return sum;
        });
        const top = Math.max(...logits);
        const total = logits.reduce((sum, x) => sum + Math.exp(x - top), 0);
        const final = logits[[7, 8, endId][row] as number] as number;
        expect(logits[guess.id]).toBe(top);
        expect(guess.probability).toBeCloseTo(1 / total, 5);
        expect(guess.finalRank).toBe(logits.filter((x) => x > final).length);
      });
    });
  });

  const refused: [string, Partial<RunRequest>, number[], string][] = [
    ['without a target', { target: null }, [1], 'lens: target: expected a given one, got none'],
    ['with a word too few', {}, [7, 8], 'lens: finalIds: expected 3 ids, one a decoder row, got 2'],
    [
      'with a word that is none',
      {},
      [7, 8, vocabulary],
      `lens: finalIds: expected ids from 0 to ${vocabulary - 1}, got ${vocabulary}`,
    ],
    ['of a source that is none', { source: [] }, [7, 8, endId], 'run: source: expected 1 to 64 ids, got 0'],
  ];
  it.each(refused)('refuses to look %s', async (_, over, finalIds, text) => {
    const before = engine.numTensors();
    const asked = engine.lens({ ...request, ...over }, finalIds);
    await expect(asked).rejects.toThrow(text);
    await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
    expect(engine.numTensors()).toBe(before);
  });
});
