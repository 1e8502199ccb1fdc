import { describe, expect, it } from 'vitest';
import { runs } from '../../../testing/long.ts';
import { SIMD_LAWS } from '../../testing/simdLaws.ts';
import { FUSED, PLAIN } from './binaries.ts';
import { chooseSimd, SIMD_VERSIONS, Simd, type SimdVersion, sharedSimd } from './simd.ts';

// Node 20 runs the plain version alone; e2e/engine/simd.spec.ts runs both in Chromium.
const canRun = SIMD_VERSIONS.filter((version) => Simd.create(version) !== null);

function made(version: SimdVersion): Simd {
  const simd = Simd.create(version);
  if (!simd) throw new Error(`this machine cannot run ${version}`);
  return simd;
}

it('this machine knows SIMD', () => expect(canRun).toContain('plain'));

describe.each(canRun)('the %s version', (version) => {
  it.each(SIMD_LAWS)('$name', ({ failure }) => {
    expect(failure(made(version), runs(100, 1000))).toBeNull();
  });

  it('tells of a NaN and of infinities wherever they stand', () => {
    const simd = made(version);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (let at = 0; at < 11; at++) {
        const row = Float32Array.from({ length: 11 }, (_, i) => (i === at ? bad : i));
        const [bounds] = simd.summarize(row, 11, 6);
        expect(Number.isFinite(bounds?.top) && Number.isFinite(bounds?.least)).toBe(false);
      }
    }
  });

  it('addNorm gives rows of mean 0 and deviation 1, whatever the width', () => {
    const simd = made(version);
    for (const width of [2, 5, 8, 21]) {
      const x = Float32Array.from({ length: 3 * width }, (_, i) => Math.sin(i * 7) * 3 + 1);
      const zeros = new Float32Array(3 * width);
      const gain = new Float32Array(width).fill(1);
      const out = new Float32Array(3 * width);
      simd.addNorm({ x, residual: zeros, gain, bias: new Float32Array(width), out }, 3, width, 1e-5);
      for (let t = 0; t < 3; t++) {
        const row = [...out.subarray(t * width, (t + 1) * width)];
        const mean = row.reduce((sum, value) => sum + value, 0) / width;
        const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
        expect(mean).toBeCloseTo(0, 5);
        expect(variance).toBeCloseTo(1, 3);
      }
    }
  });

  it('takes the memory of released weights again', () => {
    const simd = made(version);
    const hold = () => simd.pack(new Float32Array(64), new Float32Array(8), 8, 8)?.panels;
    simd.acquire();
    const first = hold();
    expect(hold()).not.toBe(first);
    simd.release();
    simd.acquire();
    expect(hold()).toBe(first);

    // Above whatever the compiler has put into memory.
    const module = new WebAssembly.Module(
      Uint8Array.from(atob({ fused: FUSED, plain: PLAIN }[version]), (letter) => letter.charCodeAt(0)),
    );
    const { heapBase } = new WebAssembly.Instance(module, {}).exports as { heapBase: () => number };
    expect(first).toBeGreaterThanOrEqual(Math.max(1, heapBase()));
  });
});

it('shares the fastest version, or the one chosen, or none', () => {
  expect(sharedSimd()).toBe(sharedSimd());
  chooseSimd('none');
  expect(sharedSimd()).toBeNull();
  chooseSimd('plain');
  const plain = sharedSimd();
  expect(plain).toBeInstanceOf(Simd);
  chooseSimd('fastest');
  expect(sharedSimd() === plain).toBe(!canRun.includes('fused'));
});
