import type { BackendName, BackendReport } from '../../../src/contract/index.ts';
import { createEngine } from '../../../src/engine/index.ts';
import { modelFor, WASM_PATH } from './models.ts';

interface ChoiceRequest {
  readonly backend: BackendName | 'auto';
  /** A browser without WebGL. */
  readonly withoutWebgl?: boolean;
  /**
   * A WebGL that does not say that it is software; `fast`: and the time measured on wasm is raised above every other;
   * `wrong`: the same, and it computes with other weights than it is given.
   */
  readonly gpu?: 'slow' | 'fast' | 'wrong';
}

/** `UNMASKED_RENDERER_WEBGL` */
const RENDERER = 0x9246;

function hideSoftware(): void {
  const own = WebGL2RenderingContext.prototype;
  const { getParameter } = own;
  own.getParameter = function (name) {
    return name === RENDERER ? 'a GPU' : getParameter.call(this, name);
  };
}

/** Numbers uploaded at once from here on are weights. */
const MANY = 256;

/** A card that computes with half as much again of every weight. */
function spoilWeights(): void {
  const own = WebGL2RenderingContext.prototype;
  for (const name of ['texImage2D', 'texSubImage2D'] as const) {
    const upload = own[name] as (...args: unknown[]) => void;
    Object.defineProperty(own, name, {
      configurable: true,
      value(this: WebGL2RenderingContext, ...args: unknown[]) {
        const last = args.at(-1);
        const spoilt = last instanceof Float32Array && last.length >= MANY ? last.map((n) => 1.5 * n) : last;
        upload.apply(this, [...args.slice(0, -1), spoilt]);
      },
    });
  }
}

/** Which backend an engine takes, at first and once it had time to settle; and that it works. */
export async function choice({ backend, withoutWebgl = false, gpu }: ChoiceRequest) {
  if (gpu) hideSoftware();
  if (gpu === 'wrong') spoilWeights();
  if (withoutWebgl) {
    Object.defineProperty(OffscreenCanvas.prototype, 'getContext', { configurable: true, value: () => null });
  }
  const engine = await createEngine({
    ...(await modelFor('relu-scaled')),
    backend,
    golden: null,
    wasmPath: WASM_PATH,
  });
  const reports: BackendReport[] = [engine.backend()];
  const onWasm = engine.backend().trials.find(({ name }) => name === 'wasm');
  const isSlow = gpu === 'fast' || gpu === 'wrong';
  if (isSlow && onWasm) Object.assign(onWasm, { medianMs: Number.MAX_VALUE });
  for (let i = 0; i < 2; i++) {
    await engine.settle();
    reports.push(engine.backend());
  }
  const { steps } = await engine.run({ source: [5, 6, engine.info.endId], target: null, stages: [] });
  engine.dispose();
  return { reports, steps: steps.length, left: engine.numTensors() };
}
