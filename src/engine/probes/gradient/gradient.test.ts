import { describe, expect, it } from 'vitest';
import type { Engine, RunRequest } from '../../../contract/index.ts';
import { gradientCases, gradientsOf, modelFromDisk } from '../../../testing/fixtures.ts';
import { compareGradients, type ParityReport, printParity } from '../../../testing/index.ts';
import { engineFor } from '../../testing/engineFor.ts';

const models = [...new Set(gradientCases.map((each) => each.model))];

describe.each(['cpu', 'wasm'] as const)('on %s every gradient agrees with PyTorch', (backend) => {
  const report: ParityReport = new Map();

  it.each(models)('%s', async (model) => {
    const engine = await engineFor(modelFromDisk(model), backend);
    const before = engine.numTensors();
    for (const each of gradientCases.filter((one) => one.model === model))
      await compareGradients(engine, each, gradientsOf(each), report);
    expect(engine.numTensors()).toBe(before);
    engine.dispose();
    for (const [kind, worst] of report) expect(worst.share, `${kind}: ${worst.name}`).toBeLessThanOrEqual(1);
  });

  it('within the limit, pattern by pattern', () => {
    process.stdout.write(`${printParity(`worst errors of gradients in Node, ${backend}`, report)}\n`);
    expect([...report.keys()].sort()).toEqual([
      'decoder.cross.pattern',
      'decoder.self.pattern',
      'encoder.self.pattern',
    ]);
  });
});

describe('a gradient that cannot be told', () => {
  const model = modelFromDisk('relu-scaled');
  const { endId, vocabulary } = model.info;
  const sound: RunRequest = { source: [5, endId], target: [4, 7], stages: [] };
  const refused: [string, Partial<RunRequest>, number, number, string][] = [
    ['without a target', { target: null }, 0, 4, 'gradient: target: expected a given one, got none'],
    ['of a row below', {}, -1, 4, 'gradient: row: expected a decoder row from 0 to 2, got -1'],
    ['of a row above', {}, 3, 4, 'gradient: row: expected a decoder row from 0 to 2, got 3'],
    ['of half a row', {}, 0.5, 4, 'gradient: row: expected a decoder row from 0 to 2, got 0.5'],
    [
      'of no id',
      {},
      0,
      vocabulary,
      `gradient: id: expected an id from 0 to ${vocabulary - 1}, got ${vocabulary}`,
    ],
    ['of a source that is none', { source: [] }, 0, 4, 'run: source: expected 1 to 64 ids, got 0'],
  ];

  it.each(refused)('%s', async (_, over, row, id, text) => {
    const engine: Engine = await engineFor(model, 'wasm');
    const before = engine.numTensors();
    const asked = engine.gradient({ ...sound, ...over }, row, id);
    await expect(asked).rejects.toThrow(text);
    await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
    expect(engine.numTensors()).toBe(before);
    engine.dispose();
  });
});
