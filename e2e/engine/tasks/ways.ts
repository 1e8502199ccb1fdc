import { type BackendName, GREEDY } from '../../../src/contract/index.ts';
import { engineFor, readFixture } from './models.ts';

/** Model, source ids, what Hugging Face's beam search of width 4 writes, its mean log-probability. */
type Row = readonly [string, readonly number[], readonly number[], number];

interface WaysRequest {
  readonly model: string;
  readonly backend: BackendName;
  /** How many of the model's rows of `beams.json`. */
  readonly beams: number;
  /** How many seeds, each at its own temperature and limits. */
  readonly seeds: number;
}

/** Where beam search writes other ids than Hugging Face's; and what is drawn for each seed. */
export async function ways({ model, backend, beams, seeds }: WaysRequest) {
  const engine = await engineFor(model, backend);
  const rows = ((await readFixture('beams.json')) as Row[]).filter(([name]) => name === model);
  const before = engine.numTensors();
  const wrong: { expected: readonly number[]; got: readonly number[] }[] = [];
  for (const [, source, expected] of rows.slice(0, beams)) {
    const decoding = { ...GREEDY, way: 'beam' as const };
    const { steps } = await engine.run({ source, target: null, stages: [], decoding });
    const got = steps.map(({ id }) => id);
    if (got.join() !== expected.join()) wrong.push({ expected, got });
  }
  const drawn: number[][] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const [, source] = rows[seed % rows.length] as Row;
    const limits = [{}, { topK: 8 }, { topP: 0.9 }, { topK: 50, topP: 0.8 }][seed % 4];
    const decoding = { ...GREEDY, way: 'sample' as const, temperature: 1 + (seed % 3) / 4, seed, ...limits };
    const { steps } = await engine.run({ source, target: null, stages: [], decoding });
    drawn.push(steps.map(({ id }) => id));
  }
  const after = engine.numTensors();
  engine.dispose();
  return { wrong, drawn, flat: before === after, left: engine.numTensors() };
}
