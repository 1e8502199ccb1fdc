import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  enableProdMode,
  engine,
  env,
  findBackend,
  findBackendFactory,
  getBackend,
  removeBackend,
  setBackend,
  sum,
  tensor1d,
} from '@tensorflow/tfjs-core';
import { type BackendName, EngineError, type RunControl } from '../../contract/index.ts';
import { gather } from '../kernels/embedding/gatherWebgl.ts';
import { scoped } from '../run/scope.ts';
import { compileAhead } from './compileAhead.ts';
import { type Device, hostDevice, webglDevice } from './device.ts';
import { loadWebgl, registerWebgl, type WebglBackend } from './webgl.ts';

/** The order backends are tried in, and fallen back to. */
export const BACKENDS: readonly BackendName[] = ['webgl', 'wasm', 'cpu'];

export interface BackendSettings {
  readonly wasmPath: string;
  /** Take a WebGL that runs on the CPU too: only when a person asks for webgl by name. */
  readonly allowSoftwareWebgl: boolean;
}

/**
 * Renderers that compute on the processor: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), Microsoft's Basic
 * Render.
 */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** What draws for this context, as far as the browser tells. */
function rendererOf(gl: WebGLRenderingContext): string {
  const debug = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/** Why this WebGL cannot be used; null when it can. */
function weaknessOf(backend: WebglBackend, settings: BackendSettings): string | null {
  // Our shaders are written for WebGL 2, and ids above 2048 are not exact in float16.
  if (env().getNumber('WEBGL_VERSION') !== 2) return 'WebGL 1';
  if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) return 'WebGL with 16-bit numbers';
  // Its shaders take seconds to compile and run slower than wasm on the same processor.
  const renderer = rendererOf(backend.gpgpu.gl);
  const refused = !settings.allowSoftwareWebgl && SOFTWARE.test(renderer);
  return refused ? `WebGL in software (${renderer})` : null;
}

/** @throws EngineError `backend` */
function deviceOf(name: BackendName, settings: BackendSettings): Device {
  if (name !== 'webgl') return hostDevice(name);
  const backend = findBackend('webgl') as WebglBackend;
  const weakness = weaknessOf(backend, settings);
  if (weakness === null) return webglDevice(backend);
  dropBackend('webgl');
  throw backendError('webgl', weakness);
}

function backendError(name: BackendName, got: string): EngineError {
  return new EngineError('backend', 'startBackend', name, 'a backend that computes', got);
}

/**
 * Milliseconds before another try to start wasm: its file is fetched, and one that does not come is no reason to do
 * without wasm for as long as the page is open.
 */
const WAITS_MS: readonly number[] = [300, 1500];

/** @throws Error as TF.js does */
async function setStarted(name: BackendName): Promise<boolean> {
  const waitsMs = name === 'wasm' && typeof WebAssembly === 'object' ? WAITS_MS : [];
  for (const waitMs of waitsMs) {
    if (await setBackend(name)) return true;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return setBackend(name);
}

/** Loads a backend's code, which registers it. wasm is small and needed nearly always; the others come when tried. */
async function load(name: BackendName, settings: BackendSettings): Promise<void> {
  // TF.js would say on the console which backend does not start; we say it in the report.
  enableProdMode();
  if (name === 'wasm') {
    setWasmPaths(settings.wasmPath);
    // The threaded binary is not served: it needs cross-origin isolation, and where a page has it TF.js would ask for
    // it.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  if (name !== 'webgl') return;
  const make = await loadWebgl();
  env().set('SOFTWARE_WEBGL_ENABLED', settings.allowSoftwareWebgl);
  // Small inputs must not be computed on the CPU: what is shown as webgl is webgl's.
  env().set('WEBGL_CPU_FORWARD', false);
  // One program puts all weights into textures, whatever their shapes. TF.js's samplers mix shapes up with this flag,
  // so no number shown may come from a program of its own under it: a run has only ours (kernels/shaderWebgl.ts).
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  registerWebgl(make);
}

/**
 * Starts a backend and lets it compute once. `getBackend` alone can name a dead one, so the answer of `setBackend`
 * and a sum decide.
 * @throws EngineError `backend`, `outdated`
 */
export async function startBackend(
  name: BackendName,
  settings: BackendSettings,
  control?: RunControl,
): Promise<Device> {
  let started = false;
  try {
    await load(name, settings);
    started = await setStarted(name);
  } catch (error) {
    throw backendError(name, error instanceof Error ? error.message : String(error));
  }
  if (!started || getBackend() !== name) throw backendError(name, 'one that did not start');
  const device = deviceOf(name, settings);
  await scoped(async () => {
    const numbers = tensor1d([1, 2, 3]);
    await compileAhead(() => void gather([sum(numbers)]), control);
    const value = (await device.read([sum(numbers)], control))[0]?.[0];
    if (value !== 6) throw backendError(name, `1 + 2 + 3 = ${value}`);
  });
  return device;
}

/**
 * Runs `body` with webgl's sizes compiled into TF.js's own programs, as it does by default: only so their numbers may
 * be trusted. Each shape costs a compilation of its own then. `body` may not wait.
 */
export function withSizesCompiledIn<T>(body: () => T): T {
  const flag = 'WEBGL_USE_SHAPES_UNIFORMS';
  if (getBackend() !== 'webgl') return body();
  env().set(flag, false);
  try {
    return body();
  } finally {
    env().set(flag, true);
  }
}

/** Switches to a backend that was started before. */
export function switchBackend(name: BackendName): void {
  if (getBackend() !== name) void setBackend(name);
}

/** Forgets a backend with all its memory, so that the next start makes a fresh one; nothing where it never started. */
export function dropBackend(name: BackendName): void {
  if (!findBackendFactory(name)) return;
  const backend = name === 'webgl' ? (findBackend(name) as WebglBackend | null) : null;
  // TF.js would warn of a texture it still counts as its output.
  if (backend) backend.gpgpu.outputTexture = null;
  removeBackend(name);
  // A browser keeps 16 contexts alive and takes the oldest away: ours must not wait for the garbage collector.
  backend?.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
}

/** Live tensors on all backends. */
export function numTensors(): number {
  return engine().memory().numTensors;
}
