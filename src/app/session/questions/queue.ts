/** What is on screen; what the next step will need; what somebody has started and goes on by itself. */
const PRIORITIES = ['screen', 'soon', 'background'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Questions that somebody wants answered, in this order. A failure ends the list. */
interface Want<T> {
  readonly priority: Priority;
  readonly items: readonly T[];
}

export interface Queue<T> {
  /** Returns the way to want it no longer. */
  add(items: readonly T[], priority: Priority): () => void;
  /** The first that is still to be answered. @param stateOf `held`: not now */
  next(stateOf: (item: T) => 'open' | 'held' | 'ready' | 'failed'): T | null;
  some(is: (item: T) => boolean): boolean;
}

export function createQueue<T>(): Queue<T> {
  const wants = new Set<Want<T>>();
  return {
    add(items, priority) {
      const want = { items, priority };
      wants.add(want);
      return () => void wants.delete(want);
    },
    next(stateOf) {
      for (const priority of PRIORITIES) {
        for (const want of wants) {
          if (want.priority !== priority) continue;
          for (const item of want.items) {
            const state = stateOf(item);
            if (state === 'open') return item;
            if (state === 'failed') break;
          }
        }
      }
      return null;
    },
    some: (is) => [...wants].some(({ items }) => items.some(is)),
  };
}
