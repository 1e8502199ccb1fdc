import { describe, expect, it } from 'vitest';
import type { CellSet, Frame, Intervention, StageName } from '../../contract/index.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { type Device, hostDevice } from '../backends/device.ts';
import { Plans } from '../changes/plans.ts';
import { checkRows } from './checkRows.ts';

const { info } = modelFromDisk('relu-scaled');
const alive = hostDevice('cpu');
const lost: Device = { ...alive, isLost: () => true };
const NAME: StageName = 'encoder.0.self.pattern';

/** Two heads, two rows, two keys: every row shares its weight but those given. */
function check(
  rows: Readonly<Record<number, readonly number[]>>,
  changes: readonly Intervention[],
  device = alive,
) {
  const data = Float32Array.from([0, 1, 2, 3].flatMap((row) => rows[row] ?? [0.5, 0.5]));
  const frame: Frame = { name: NAME, shape: [2, 2, 2], data };
  return () => checkRows(new Map([[NAME, frame]]), new Plans(changes, info), device);
}

const forbid = (mode: 'before' | 'after', cells: readonly CellSet[], head = 0): Intervention => ({
  type: 'forbid',
  kind: 'encoder',
  layer: 0,
  heads: [head],
  mode,
  cells,
});
const cut = { code: 'context-lost', argument: NAME };

describe('rows of a pattern', () => {
  it('must sum to 1', () => {
    expect(check({}, [])).not.toThrow();
    expect(check({ 3: [0, 0] }, [])).toThrow(`run: ${NAME}: expected rows that sum to 1, got 0`);
    expect(check({ 1: [0.6, 0.5] }, [])).toThrow(expect.objectContaining(cut));
  });

  it('must sum to 1 too where a cell was forbidden before the softmax', () => {
    const changes = [forbid('before', [{ query: 1, key: 0 }])];
    expect(check({ 1: [0, 1] }, changes)).not.toThrow();
    expect(check({ 1: [0, 0] }, changes)).toThrow(`run: ${NAME}: expected rows that sum to 1 … 1, got 0`);
  });

  it('may have lost weight where a cell was set to 0 after it, in that row and head only', () => {
    const changes = [forbid('after', [{ query: 1, key: 0 }])];
    for (const row of [
      [0, 0.3],
      [0, 1],
      [0, 0],
    ])
      expect(check({ 1: row }, changes)).not.toThrow();
    expect(check({ 1: [0.6, 0.6] }, changes)).toThrow(expect.objectContaining(cut));
    for (const row of [0, 2, 3])
      expect(check({ [row]: [0, 0.3] }, changes)).toThrow(expect.objectContaining(cut));
  });

  it('are 0 where all is forbidden, before or after', () => {
    for (const mode of ['before', 'after'] as const) {
      const changes = [forbid(mode, [{ query: 0, key: null }], 1)];
      expect(check({ 2: [0, 0] }, changes)).not.toThrow();
      expect(check({}, changes)).toThrow(`run: ${NAME}: expected rows that sum to 0 … 0, got 1`);
    }
  });
});

it('a lost device is told where zeros could be right', () => {
  const all = [0, 1].map((head) => forbid('before', [{ query: null, key: null }], head));
  const zeros = { 0: [0, 0], 1: [0, 0], 2: [0, 0], 3: [0, 0] };
  expect(check(zeros, all)).not.toThrow();
  expect(check(zeros, all, lost)).toThrow('run: device: expected a live one, got a lost one');
});
