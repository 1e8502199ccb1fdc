import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackendName, Engine } from '../contract/index.ts';
import { parseSafetensors, readModelInfo } from '../models/index.ts';
import { compareCase, type ParityReport, printParity, type ReferenceCase } from '../testing/index.ts';
import { createEngine } from './index.ts';

const FIXTURES = path.resolve('e2e/fixtures');
const WASM = `${path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`;

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const tensors = (file: string) => {
  const bytes = readFileSync(file);
  return parseSafetensors(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    file,
  );
};

const { cases } = json(`${FIXTURES}/reference/index.json`) as { cases: ReferenceCase[] };
const models = [...new Set(cases.map((each) => each.model))];
const folderOf = (model: string) =>
  model === 'en-fr' ? 'public/models/en-fr' : `${FIXTURES}/models/${model}`;

function engineFor(model: string, backend: BackendName): Promise<Engine> {
  const folder = folderOf(model);
  const info = readModelInfo(json(`${folder}/config.json`), json(`${folder}/generation_config.json`));
  const parameters = tensors(`${folder}/model.safetensors`);
  return createEngine({ info, parameters, backend, golden: null, wasmPath: WASM });
}

describe.each(['cpu', 'wasm'] as const)(
  'on %s every stage agrees with Hugging Face transformers',
  (backend) => {
    const report: ParityReport = new Map();

    it.each(models)('%s', async (model) => {
      const engine = await engineFor(model, backend);
      expect(engine.backend().name).toBe(backend);
      for (const each of cases.filter((one) => one.model === model)) {
        await compareCase(engine, each, tensors(`${FIXTURES}/reference/${each.name}.safetensors`), report);
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
