import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  dispose,
  engine,
  env,
  findBackend,
  findBackendFactory,
  getBackend,
  registerBackend,
  removeBackend,
  setBackend,
  sum,
  tensor1d,
} from '@tensorflow/tfjs-core';
import { type BackendName, EngineError } from '../contract/index.ts';
import { type Device, hostDevice, webglDevice } from './device.ts';

/** The order backends are tried in, and fallen back to. */
export const BACKENDS: readonly BackendName[] = ['webgl', 'wasm', 'cpu'];

export interface BackendSettings {
  readonly wasmPath: string;
  /** Take a WebGL that runs on the CPU too: only when a person asks for webgl by name. */
  readonly allowSoftwareWebgl: boolean;
}

/** Renderers that compute on the processor: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), Microsoft's Basic Render. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** What draws for this context, as far as the browser tells. */
function rendererOf(gl: WebGLRenderingContext): string {
  const debug = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/** @throws EngineError `backend` for a WebGL that computes on the processor, unless it was asked for by name */
function refuseSoftware(settings: BackendSettings): void {
  if (settings.allowSoftwareWebgl) return;
  const renderer = rendererOf((findBackend('webgl') as MathBackendWebGL).gpgpu.gl);
  if (!SOFTWARE.test(renderer)) return;
  // Its shaders take seconds to compile and run slower than wasm on the same processor.
  dropBackend('webgl');
  throw backendError('webgl', `WebGL in software (${renderer})`);
}

function backendError(name: BackendName, got: string): EngineError {
  return new EngineError('backend', 'startBackend', name, 'a backend that computes', got);
}

/** Loads a backend's code, which registers it. wasm is small and needed nearly always; the others come when tried. */
async function load(name: BackendName, settings: BackendSettings): Promise<void> {
  if (name === 'wasm') setWasmPaths(settings.wasmPath);
  if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  if (name !== 'webgl') return;
  const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
  env().set('SOFTWARE_WEBGL_ENABLED', settings.allowSoftwareWebgl);
  // Small inputs must not be computed on the CPU: what is shown as webgl is webgl's.
  env().set('WEBGL_CPU_FORWARD', false);
  // One program puts all weights into textures, whatever their shapes.
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  // TF.js registers webgl only where it believes to be in a browser, and not again after removeBackend.
  if (!findBackendFactory('webgl')) registerBackend('webgl', () => new MathBackendWebGL(), 2);
}

/**
 * Starts a backend and lets it compute once. `getBackend` alone can name a dead one, so the answer of `setBackend` and a
 * sum decide.
 * @throws EngineError `backend`
 */
export async function startBackend(name: BackendName, settings: BackendSettings): Promise<Device> {
  let started = false;
  try {
    await load(name, settings);
    started = await setBackend(name);
  } catch (error) {
    throw backendError(name, error instanceof Error ? error.message : String(error));
  }
  if (!started || getBackend() !== name) throw backendError(name, 'one that did not start');
  if (name === 'webgl') refuseSoftware(settings);
  const numbers = tensor1d([1, 2, 3]);
  const total = sum(numbers);
  const value = (await total.data())[0];
  dispose([numbers, total]);
  if (value !== 6) throw backendError(name, `1 + 2 + 3 = ${value}`);
  if (name !== 'webgl') return hostDevice(name);
  return webglDevice(findBackend('webgl') as MathBackendWebGL);
}

/** Switches to a backend that was started before. */
export function switchBackend(name: BackendName): void {
  if (getBackend() !== name) void setBackend(name);
}

/** Forgets a backend with all its memory, so that the next start makes a fresh one. */
export function dropBackend(name: BackendName): void {
  removeBackend(name);
}

/** Live tensors on all backends. */
export function numTensors(): number {
  return engine().memory().numTensors;
}
