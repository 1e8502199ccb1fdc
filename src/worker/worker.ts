import { createEngine } from '../engine/index.ts';
import { type PagePort, serve } from './serve.ts';

// The page's types are loaded here, not a worker's: the scope's own postMessage and addEventListener are those of a
// port.
const scope = globalThis as unknown as PagePort;
// A worker's close() ends it; nobody inside asks for that.
serve(
  { postMessage: scope.postMessage.bind(scope), addEventListener: scope.addEventListener.bind(scope) },
  { createEngine, fetch: (url, init) => fetch(url, init) },
);
