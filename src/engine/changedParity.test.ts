import { describe, expect, it } from 'vitest';
import { changedCases, modelFromDisk, stagesOfChanged } from '../testing/fixtures.ts';
import { compareCase, type ParityReport, printParity } from '../testing/index.ts';
import { engineFor } from './testing/engineFor.ts';

const models = [...new Set(changedCases.map((each) => each.model))];

it('the changed cases are of every sort, in one layer and in all, of the bundled model and two others', () => {
  expect(models).toHaveLength(3);
  for (const model of models) {
    const all = changedCases.filter((each) => each.model === model).flatMap(({ changes = [] }) => changes);
    const sorts = all.map((change) => {
      if (change.type === 'positions') return `positions ${change.way}`;
      const what = { off: 'way', forbid: 'mode', mask: 'mask', scale: 'type' }[change.type];
      const where = change.layer === null ? 'everywhere' : 'in one layer';
      return `${change.type} ${(change as unknown as Record<string, string>)[what]} ${where}`;
    });
    const ways = [
      'off zero',
      'off mean',
      'off first',
      'forbid before',
      'forbid after',
      'mask none',
      'scale scale',
    ];
    const wanted = ways.flatMap((way) => [`${way} in one layer`, `${way} everywhere`]);
    expect(sorts).toEqual(
      expect.arrayContaining([...wanted, 'positions off', 'positions shifted', 'positions shuffled']),
    );
  }
});

describe.each(['cpu', 'wasm'] as const)(
  'on %s changes give what hooked Hugging Face transformers give',
  (backend) => {
    const report: ParityReport = new Map();

    it.each(models)('%s', async (model) => {
      const engine = await engineFor(modelFromDisk(model), backend);
      for (const each of changedCases.filter((one) => one.model === model))
        await compareCase(engine, each, stagesOfChanged(each), report);
      engine.dispose();
      for (const [stage, worst] of report)
        expect(worst.share, `${stage}: ${worst.name}`).toBeLessThanOrEqual(1);
    });

    it('within the limits, stage by stage', () => {
      process.stdout.write(`${printParity(`worst errors with changes in Node, ${backend}`, report)}\n`);
      expect([...report.keys()].sort()).toEqual(['headOutput', 'logits', 'output', 'pattern', 'scores']);
    });
  },
);
