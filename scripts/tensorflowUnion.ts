import type { Plugin } from 'vite';

/**
 * What `@tensorflow/tfjs` brings along that nobody here uses: layers, data, the converter, operations as methods of
 * tensors; and the backends, which the engine loads itself, each when it is tried.
 */
const UNUSED = [
  /[\\/]@tensorflow[\\/]tfjs-(layers|data|converter|backend-cpu|backend-webgl)[\\/]dist[\\/]index\.js$/,
  /[\\/]@tensorflow[\\/]tfjs-core[\\/]dist[\\/]public[\\/]chained_ops[\\/]\w+\.js$/,
];

/**
 * Lets the bundler drop them: each of these files counts as one without side effects, so it stays only where
 * something of it is imported by name, or where it is what a dynamic import asks for. The union's other side effect,
 * the registration of all derivatives, is what we want of it.
 */
export function tensorflowUnion(): Plugin {
  return {
    name: 'headlight:tensorflow-union',
    apply: 'build',
    transform: {
      filter: { id: UNUSED },
      handler: (code) => ({ code, map: null, moduleSideEffects: false }),
    },
  };
}
