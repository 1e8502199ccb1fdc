import { describe, expect, it } from 'vitest';
import type { Frame, Golden, RunResult } from '../../contract/index.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { checkRequest } from '../run/generate.ts';
import { asGolden, checkGolden, probeRequest } from './golden.ts';

const frame = (data: number[], shape = [1, 1, data.length]): Frame => ({
  name: 'encoder.0.self.pattern',
  shape,
  data: Float32Array.from(data),
});

const golden: Golden = {
  request: { source: [1], target: null, stages: [] },
  decoderInput: [0, 5, 6],
  frames: new Map([['encoder.0.self.pattern', frame([0.25, 0.75])]]),
};

const resultOf = (decoderInput: number[], pattern: Frame): RunResult => ({
  source: [1],
  decoderInput,
  steps: [],
  ended: true,
  frames: new Map([[pattern.name, pattern]]),
  timings: { encoderMs: 0, decoderMs: 0, readbackMs: 0, totalMs: 0 },
  counts: { draftAccepted: 0, steps: 0, passes: 0, reads: 0, programs: 0, encoderLayers: 0 },
  beam: null,
});

describe('checkGolden', () => {
  it('lets rounding pass', () => {
    expect(() => checkGolden(golden, resultOf([0, 5, 6], frame([0.2507, 0.7493])), 'webgl')).not.toThrow();
  });

  it.each([
    ['other words', [0, 5, 7], frame([0.25, 0.75]), 'checkGolden: webgl target: expected 0 5 6, got 0 5 7'],
    [
      'other numbers',
      [0, 5, 6],
      frame([0.25, 0.5]),
      'checkGolden: webgl encoder.0.self.pattern: expected 0.75 at 1, got 0.5',
    ],
    [
      'a NaN',
      [0, 5, 6],
      frame([Number.NaN, 0.75]),
      'checkGolden: webgl encoder.0.self.pattern: expected 0.25 at 0, got NaN',
    ],
    [
      'another shape',
      [0, 5, 6],
      frame([0.25, 0.75], [2, 1, 1]),
      'checkGolden: webgl encoder.0.self.pattern: expected [1,1,2], got [2,1,1]',
    ],
  ])('refuses %s', (_, ids, pattern, message) => {
    const check = () => checkGolden(golden, resultOf(ids, pattern), 'webgl');
    expect(check).toThrow(message);
    expect(check).toThrow(expect.objectContaining({ code: 'backend' }));
  });

  it('refuses a result that lacks a frame', () => {
    const other = { ...frame([1]), name: 'encoder.1.self.pattern' as const };
    expect(() => checkGolden(golden, resultOf([0, 5, 6], other), 'webgl')).toThrow(
      'checkGolden: webgl encoder.0.self.pattern: expected a frame, got none',
    );
  });
});

describe('where a model has no stored result', () => {
  const { info } = modelFromDisk('relu-scaled');

  it.each([1, 2, 5, 64])('the request that backends are compared by fits %d positions', (maxPositions) => {
    const small = { ...info, maxPositions };
    const request = probeRequest(small);
    expect(() => checkRequest(request, small)).not.toThrow();
    expect(request.source.length).toBe(Math.min(7, maxPositions));
    expect(request.source.at(-1)).toBe(info.endId);
  });

  it('one backend’s own result is what the others are held to', () => {
    const request = probeRequest(info);
    const own = asGolden(request, resultOf([0, 5], frame([0.5, 0.5])));
    expect(own.request).toBe(request);
    expect(() => checkGolden(own, resultOf([0, 5], frame([0.5, 0.5])), 'webgl')).not.toThrow();
    expect(() => checkGolden(own, resultOf([0, 5], frame([0.6, 0.4])), 'webgl')).toThrow(
      'checkGolden: webgl',
    );
  });
});
