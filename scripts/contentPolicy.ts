import type { Plugin } from 'vite';

/**
 * What the built pages may load: only what lies beside them. `wasm-unsafe-eval` is for TF.js' WebAssembly, `blob:` for
 * workers and pictures the page makes itself. Nothing leaves the machine: there is no address in it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Writes the policy into every built page. Development is left out: there Vite sends styles and scripts inside the
 * page.
 */
export function contentPolicy(): Plugin {
  return {
    name: 'headlight:content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
