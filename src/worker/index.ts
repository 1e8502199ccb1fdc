/** The engine in a worker, and the page's handle on it. */

/** Texts to requests and results to pictures, for scripts that run the engine without a page. */
export { Translator } from './picture.ts';
export { openSession, type WorkerLike } from './session.ts';
