import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRequest, RunResult } from '../../contract/index.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { runs } from '../../testing/long.ts';
import { tokenizerFromDisk } from '../../testing/tokenizer.ts';
import { architectureOf, type LoadedModel } from '../architectures/index.ts';
import { startBackend } from '../backends/backend.ts';
import type { Device } from '../backends/device.ts';
import { sharedSimd } from '../kernels/simd/simd.ts';
import { runModel } from '../run/generate.ts';
import { WASM_PATH } from '../testing/engineFor.ts';

const model = modelFromDisk('en-fr');
const tokenizer = tokenizerFromDisk(model.info);

/** Rounding of passes with other numbers of rows. */
const CLOSE = 1e-5;

let device: Device;
let loaded: LoadedModel;
beforeAll(async () => {
  device = await startBackend('wasm', { wasmPath: WASM_PATH, allowSoftwareWebgl: false });
  loaded = architectureOf(model.info).load(model.parameters, model.info, sharedSimd());
});
afterAll(() => loaded.dispose());

const requestOf = (text: string): RunRequest => ({
  source: [...tokenizer.encode(text).map((token) => token.id), model.info.endId],
  target: null,
  stages: [],
});

const run = (request: RunRequest, draft: readonly number[]) =>
  runModel({ model: loaded, info: model.info, device, cache: null }, request, draft);

const idsOf = (result: RunResult) => result.steps.map((step) => step.id);

const POOL =
  `the a an this that my her his our some every no it she he they we animal dog cat bird child woman man teacher
  doctor friend street river house school garden table window book letter key train car bridge city sea mountain
  was is were has had did not didn't cross crossed saw found carried opened closed wrote read lost took sold bought
  because when while but and or if after before until too very quite so tired wide small big old new red blue cold
  warm happy sad slow quick in on under over near behind without with for from to at noon today yesterday always
  never often perhaps 3 17 1999 , . ? ! ; : "well" (yes) Paris London Marie o'clock unbelievable xylophone`
    .split(/\s+/)
    .filter(Boolean);

const word = fc.constantFrom(...POOL);

/** An edit of a sentence's words at a place, as one makes them while typing. */
const edit = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'append', 'append'),
  at: fc.nat(),
  word,
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(words: readonly string[], { kind, at, word }: Edit): string[] {
  if (kind === 'append' || words.length === 0) return [...words, word];
  const place = at % words.length;
  if (kind === 'delete') return words.toSpliced(place, 1);
  return words.toSpliced(place, kind === 'replace' ? 1 : 0, word);
}

/** The largest difference of two runs' numbers: patterns and probabilities. */
function distance(a: RunResult, b: RunResult): number {
  let worst = 0;
  const add = (x: number, y: number) => {
    worst = Math.max(worst, Math.abs(x - y));
  };
  for (const [name, { data }] of a.frames) {
    const other = b.frames.get(name)?.data ?? new Float32Array();
    expect(other.length).toBe(data.length);
    for (let i = 0; i < data.length; i++) add(data[i] as number, other[i] as number);
  }
  a.steps.forEach((step, i) => {
    add(step.probability, b.steps[i]?.probability ?? Number.NaN);
  });
  return Number.isNaN(worst) ? Number.POSITIVE_INFINITY : worst;
}

/**
 * True when the two runs part at a word whose runner-up is as likely but for rounding: there passes with other
 * numbers of rows may choose either. About one run of this file in two hundred meets one.
 */
function isTie(a: RunResult, b: RunResult): boolean {
  const at = a.steps.findIndex((step, i) => step.id !== b.steps[i]?.id);
  const [first, second] = b.steps[at]?.best ?? [];
  return first !== undefined && second !== undefined && 1 - second.probability / first.probability < CLOSE;
}

const SENTENCES = runs(100, 1000);
/** Sentences typed one out of the other. */
const SERIES = 20;

describe(`the last translation as a draft, on ${SENTENCES} sentences with random edits`, () => {
  const totals = { sentences: 0, accepted: 0, steps: 0, plainSteps: 0, worst: 0, ties: 0 };

  it('changes nothing but the number of steps', async () => {
    const series = fc.record({
      first: fc.array(word, { maxLength: 8 }),
      edits: fc.array(edit, { minLength: SERIES, maxLength: SERIES }),
    });
    const holds = async ({ first, edits }: { first: string[]; edits: Edit[] }) => {
      let words = first;
      let draft: readonly number[] = [];
      for (const each of edits) {
        words = edited(words, each).slice(-10);
        const request = requestOf(words.join(' '));
        const [drafted, plain] = [await run(request, draft), await run(request, [])];
        draft = drafted.decoderInput.slice(1);
        totals.sentences += 1;
        if (isTie(drafted, plain)) {
          totals.ties += 1;
          continue;
        }
        expect(idsOf(drafted), words.join(' ')).toEqual(idsOf(plain));
        expect(drafted.ended).toBe(plain.ended);
        const worst = distance(drafted, plain);
        expect(worst, words.join(' ')).toBeLessThanOrEqual(CLOSE);
        totals.accepted += drafted.counts.draftAccepted;
        totals.steps += drafted.counts.steps;
        totals.plainSteps += plain.counts.steps;
        totals.worst = Math.max(totals.worst, worst);
      }
    };
    await fc.assert(fc.asyncProperty(series, holds), { numRuns: SENTENCES / SERIES });
    expect(totals.sentences).toBe(SENTENCES);
    expect(totals.ties).toBeLessThanOrEqual(2);
    expect(totals.accepted).toBeGreaterThan(0);
    expect(totals.steps).toBeLessThan(totals.plainSteps);
    const { accepted, steps, plainSteps, worst, ties } = totals;
    process.stdout.write(
      `drafts: ${accepted} words taken over, ${steps} steps for ${plainSteps}, ` +
        `numbers within ${worst.toExponential(1)}, ${ties} ties\n`,
    );
  }, 300_000);
});
