/** Answers by their keys, as many as fit; the one not looked at for longest goes first. */
export interface Cache<T> {
  get(key: string): T | undefined;
  put(key: string, value: T, bytes: number): void;
  delete(key: string): void;
}

/** @param isNeeded somebody waits for this key: it stays, whatever it takes */
export function createCache<T>(mostBytes: number, isNeeded: (key: string) => boolean): Cache<T> {
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const entry = kept.get(key);
      if (!entry) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    put(key, value, size) {
      drop(key);
      kept.set(key, { value, bytes: size });
      bytes += size;
      for (const old of [...kept.keys()]) {
        if (bytes <= mostBytes) return;
        if (old !== key && !isNeeded(old)) drop(old);
      }
    },
    delete: drop,
  };
}

/** What a plain value takes in memory, about. */
export function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  const parts = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + bytesOf(part), 16);
}
