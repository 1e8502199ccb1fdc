import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelFromDisk } from '../testing/fixtures.ts';
import { runs } from '../testing/long.ts';
import { architectureOf } from './architectures/index.ts';
import { startBackend, switchBackend } from './backends/backend.ts';
import type { Device } from './backends/device.ts';
import { chooseSimd, SIMD_VERSIONS, Simd, sharedSimd } from './kernels/simd/simd.ts';
import { inputs } from './testing/arbitrary.ts';
import { WASM_PATH } from './testing/engineFor.ts';
import type { Input, TestSession } from './testing/law.ts';
import { LAWS } from './testing/laws.ts';
import { GRADIENT_LAWS } from './testing/probeLaws.ts';

/** Even sizes, odd sizes, and one head with tables of its own. */
const MODELS = ['relu-scaled', 'gelu-odd-width', 'gelu-untied'];

/** cpu; and wasm with each version of the SIMD loops that runs here. */
const places = [
  { backend: 'cpu', simd: null },
  ...SIMD_VERSIONS.filter((version) => Simd.create(version) !== null).map((simd) => ({
    backend: 'wasm' as const,
    simd,
  })),
] as const;

describe.each(places)('laws on $backend, SIMD $simd', ({ backend, simd }) => {
  let device: Device;
  beforeAll(async () => {
    device = await startBackend(backend, { wasmPath: WASM_PATH, allowSoftwareWebgl: false });
  });

  describe.each(MODELS)('%s', (name) => {
    let session: TestSession;
    beforeAll(() => {
      switchBackend(backend);
      if (simd) chooseSimd(simd);
      const { info, parameters } = modelFromDisk(name);
      session = {
        info,
        device,
        cache: null,
        parameters,
        model: architectureOf(info).load(parameters, info, simd && sharedSimd()),
      };
    });
    afterAll(() => session.model.dispose());

    it.each([...LAWS, ...GRADIENT_LAWS])('$name', async (law) => {
      const { worst, limit } = law;
      switchBackend(backend);
      const holds = async (input: Input) => {
        expect(await worst(session, input)).toBeLessThanOrEqual(limit);
      };
      await fc.assert(fc.asyncProperty(inputs, holds), {
        // A gradient costs what dozens of runs do.
        numRuns: GRADIENT_LAWS.includes(law) ? runs(6, 30) : runs(40, 100),
      });
    });
  });
});
