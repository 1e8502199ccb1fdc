import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { findBackendFactory, registerBackend, removeBackend, type TensorInfo } from '@tensorflow/tfjs-core';

/** TF.js's webgl, which counts the programs it starts. */
export interface WebglBackend extends MathBackendWebGL {
  readonly programs: number;
}

/** Fetches webgl's code, and gives what makes such a backend. */
export async function loadWebgl(): Promise<() => WebglBackend> {
  const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
  class CountingWebgl extends MathBackendWebGL implements WebglBackend {
    programs = 0;

    override runWebGLProgram(...program: Parameters<MathBackendWebGL['runWebGLProgram']>): TensorInfo {
      this.programs += 1;
      return super.runWebGLProgram(...program);
    }
  }
  return () => new CountingWebgl();
}

/** TF.js registers a webgl of its own, once, where it believes to be in a browser. */
let isOurs = false;

/** Makes TF.js start this webgl, also after `removeBackend`. */
export function registerWebgl(make: () => WebglBackend): void {
  if (!isOurs && findBackendFactory('webgl')) removeBackend('webgl');
  isOurs = true;
  if (!findBackendFactory('webgl')) registerBackend('webgl', make, 2);
}
