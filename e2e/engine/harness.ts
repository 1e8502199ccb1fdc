import type { Answer, Ask, TaskName, Tasks } from './tasks/index.ts';
import { tasks } from './tasks/index.ts';

/** Where a task runs: in the page, or in a worker as the product does it. */
export type Place = 'page' | 'worker';

declare global {
  interface Window {
    /** Set when the harness can be asked. */
    ask: <Name extends TaskName>(
      place: Place,
      name: Name,
      input: Parameters<Tasks[Name]>[0],
    ) => Promise<Awaited<ReturnType<Tasks[Name]>>>;
  }
}

/** One task in a fresh worker, ended afterwards with all its memory. */
function inWorker(ask: Ask): Promise<unknown> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      data.ok ? resolve(data.value) : reject(new Error(data.message));
    worker.onerror = (event) => reject(new Error(event.message));
  });
  worker.postMessage(ask);
  return answer.finally(() => worker.terminate());
}

window.ask = (place, name, input) => {
  const task = tasks[name] as (of: typeof input) => Promise<never>;
  return place === 'page' ? task(input) : (inWorker({ name, input }) as Promise<never>);
};
