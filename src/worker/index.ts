/** The engine in a worker, and the page's handle on it. */
export { openSession, type WorkerLike } from './session.ts';
