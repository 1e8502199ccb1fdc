import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { engine, type Tensor } from '@tensorflow/tfjs-core';
import { EngineError, type RunControl } from '../../contract/index.ts';
import { fromBlocks, gather } from '../kernels/embedding/gatherWebgl.ts';
import { stopIfOutdated } from '../run/pause.ts';

/** So long a GPU may be busy, compiling included, before it counts as gone. */
const LIMIT_MS = 20_000;

/** Waits shorter than this are spent asking again at once: a timer in a worker sleeps 4 ms at least. */
const EAGER_MS = 50;

function contextLost(expected: string, got: string): EngineError {
  return new EngineError('context-lost', 'read', 'webgl', expected, got);
}

/** Lets the event loop go round once: only then WebGL tells whether a fence has passed. */
function nextRound(waitedMs: number): Promise<void> {
  if (waitedMs > EAGER_MS) return new Promise((resolve) => setTimeout(resolve, 4));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Waits until the GPU has done all it was given. TF.js's own waiting never ends once the context is lost.
 * @throws EngineError `context-lost`, `outdated`
 */
async function untilDone(gl: WebGL2RenderingContext, control: RunControl | undefined): Promise<void> {
  const started = performance.now();
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  try {
    while (!gl.isContextLost() && fence) {
      const waitedMs = performance.now() - started;
      const state = gl.clientWaitSync(fence, 0, 0);
      if (state === gl.ALREADY_SIGNALED || state === gl.CONDITION_SATISFIED) return;
      if (waitedMs > LIMIT_MS) throw contextLost(`an answer within ${LIMIT_MS} ms`, 'none');
      await nextRound(waitedMs);
      stopIfOutdated(control);
    }
    throw contextLost('a living context', 'a lost one');
  } finally {
    gl.deleteSync(fence);
  }
}

/** Copies a packed tensor's texels into a buffer that the CPU can read once the GPU has come that far. */
function copyOut(backend: MathBackendWebGL, tensor: Tensor): { buffer: WebGLBuffer; numbers: number } {
  const { texture, texShape } = backend.getDataInfo(tensor.dataId);
  if (!texture || !texShape) throw contextLost('a texture', 'none');
  const [rows, columns] = [Math.ceil(texShape[0] / 2), Math.ceil(texShape[1] / 2)];
  const buffer = backend.gpgpu.createBufferFromTexture(texture.texture, rows, columns);
  return { buffer, numbers: 4 * rows * columns };
}

/** Runs `body` and frees the tensors it made. */
function freed<T>(body: () => T): T {
  engine().startScope();
  try {
    return body();
  } finally {
    engine().endScope();
  }
}

/**
 * All tensors' numbers, row-major, by one read. The tensors stay.
 * @throws EngineError `context-lost` when the GPU is gone or does not answer; `outdated`
 */
export async function readWebgl(
  backend: MathBackendWebGL,
  tensors: readonly Tensor[],
  control?: RunControl,
): Promise<Float32Array[]> {
  const gl = backend.gpgpu.gl as WebGL2RenderingContext;
  // What gathering makes is freed at once: its texels are already on their way into the buffer.
  const { starts, buffer, numbers } = freed(() => {
    const { tensor, starts } = gather(tensors);
    return { starts, ...copyOut(backend, tensor) };
  });
  try {
    await untilDone(gl, control);
    const all = backend.gpgpu.downloadFloat32MatrixFromBuffer(buffer, numbers);
    // A context lost meanwhile reads as zeros, without a word.
    if (gl.isContextLost()) throw contextLost('a living context', 'a lost one');
    return tensors.map((tensor, i) => fromBlocks(all, starts[i] as number, tensor.shape));
  } finally {
    gl.deleteBuffer(buffer);
  }
}
