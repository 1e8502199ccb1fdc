/** Lets waiting messages in: a promise that resolves after a trip through the event loop. */
export interface Breather {
  breathe(): Promise<void>;
  close(): void;
}

/** By a message to oneself, since timers are held back to 4 ms each and a promise alone lets nothing in. */
export function createBreather(): Breather {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    breathe: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
    close: () => {
      port1.close();
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}
