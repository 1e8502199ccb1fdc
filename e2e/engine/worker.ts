import { type Answer, type Ask, tasks } from './tasks/index.ts';

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  const reply = (answer: Answer) => self.postMessage(answer);
  try {
    const task = tasks[data.name] as (input: unknown) => Promise<unknown>;
    reply({ ok: true, value: await task(data.input) });
  } catch (error) {
    reply({ ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};
