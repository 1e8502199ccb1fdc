import { cpus } from 'node:os';

/** How long the machine is watched before it is taken for quiet. */
const WATCH_MS = 200;

/** Share of all cores that may be at work while nothing of ours is. */
const QUIET = 0.15;

/** Awaited before each measurement. */
export type Calm = () => Promise<void>;

export const atOnce: Calm = async () => undefined;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Ticks {
  readonly idle: number;
  readonly all: number;
}

function ticks(): Ticks {
  const times = cpus().map((core) => core.times);
  const sum = (of: (one: (typeof times)[number]) => number) =>
    times.reduce((total, one) => total + of(one), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq),
  };
}

/** Share of the cores that worked between two readings; 0 when no time went by. */
export function busyShare(before: Ticks, after: Ticks): number {
  const all = after.all - before.all;
  return all > 0 ? 1 - (after.idle - before.idle) / all : 0;
}

/**
 * Waits, before each measurement, until the machine has been quiet for a moment: for machines that others work on
 * too. When the limit is used up, in all, it no longer waits.
 */
export function patience(limitMs: number): { readonly calm: Calm; readonly waitedMs: () => number } {
  let waitedMs = 0;
  return {
    async calm() {
      const started = performance.now();
      let busy = 1;
      while (busy > QUIET && waitedMs + performance.now() - started < limitMs) {
        const before = ticks();
        await pause(WATCH_MS);
        busy = busyShare(before, ticks());
      }
      waitedMs += performance.now() - started;
    },
    waitedMs: () => waitedMs,
  };
}
