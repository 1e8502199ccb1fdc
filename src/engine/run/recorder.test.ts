import { zeros } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { frameOf, Recorder } from './recorder.ts';

const counted = (length: number) => Float32Array.from({ length }, (_, i) => i);

describe('frameOf', () => {
  it('crops padded rows', () => {
    const frame = frameOf(
      'encoder.0.input',
      { tensor: zeros([1, 4, 2]), layout: { as: 'rows' }, rows: 3, keys: 0 },
      counted(8),
    );
    expect(frame).toEqual({ name: 'encoder.0.input', shape: [3, 2], data: counted(6) });
  });

  it('splits heads that lie side by side from a column on', () => {
    const layout = { as: 'heads', heads: 2, headWidth: 2, column: 1 } as const;
    const stage = { tensor: zeros([1, 3, 5]), layout, rows: 2, keys: 0 };
    const { shape, data } = frameOf('encoder.0.self.q', stage, counted(15));
    expect(shape).toEqual([2, 2, 2]);
    expect([...data]).toEqual([1, 2, 6, 7, 3, 4, 8, 9]);
  });

  it('crops padded rows and keys of every head', () => {
    const stage = { tensor: zeros([2, 3, 4]), layout: { as: 'cells' } as const, rows: 2, keys: 3 };
    const { shape, data } = frameOf('encoder.0.self.pattern', stage, counted(24));
    expect(shape).toEqual([2, 2, 3]);
    expect([...data]).toEqual([0, 1, 2, 4, 5, 6, 12, 13, 14, 16, 17, 18]);
  });

  it('does not share memory with what was read', () => {
    const read = counted(2);
    const frame = frameOf(
      'encoder.0.input',
      { tensor: zeros([1, 1, 2]), layout: { as: 'rows' }, rows: 1, keys: 0 },
      read,
    );
    read[0] = 99;
    expect(frame.data[0]).toBe(0);
  });

  it('names the stage that holds a number that is none', () => {
    const stage = { tensor: zeros([1, 1, 2]), layout: { as: 'rows' } as const, rows: 1, keys: 0 };
    expect(() => frameOf('decoder.1.output', stage, Float32Array.from([0, Number.NaN]))).toThrow(
      'makeFrame: decoder.1.output: expected finite numbers, got NaN at 1',
    );
  });
});

it('a recorder keeps what is wanted and nothing else', () => {
  const recorder = new Recorder(['encoder.0.input']);
  const tensor = zeros([1, 1, 1]);
  recorder.record('encoder.0.input', tensor, { as: 'rows' }, 1);
  recorder.record('encoder.0.output', tensor, { as: 'rows' }, 1);
  expect([...recorder.recorded.keys()]).toEqual(['encoder.0.input']);
  expect(recorder.wants('encoder.0.output')).toBe(false);
});
