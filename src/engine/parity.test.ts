import { describe, expect, it } from 'vitest';
import { cases, modelFromDisk, stagesOf } from '../testing/fixtures.ts';
import { compareCase, type ParityReport, printParity } from '../testing/index.ts';
import { engineFor } from './testing/engineFor.ts';

const models = [...new Set(cases.map((each) => each.model))];

describe.each(['cpu', 'wasm'] as const)(
  'on %s every stage agrees with Hugging Face transformers',
  (backend) => {
    const report: ParityReport = new Map();

    it.each(models)('%s', async (model) => {
      const engine = await engineFor(modelFromDisk(model), backend);
      for (const each of cases.filter((one) => one.model === model)) {
        await compareCase(engine, each, stagesOf(each.name), report);
      }
      engine.dispose();
      for (const [stage, worst] of report)
        expect(worst.share, `${stage}: ${worst.name}`).toBeLessThanOrEqual(1);
    });

    it('within the limits, stage by stage', () => {
      process.stdout.write(`${printParity(`worst errors in Node, ${backend}`, report)}\n`);
      expect(report.size).toBeGreaterThanOrEqual(13);
    });
  },
);
