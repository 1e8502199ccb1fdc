import type { Picture, Session, SessionEvents, SessionOptions, ShowRequest } from '../contract/index.ts';
import { fakeWeights } from './fakeProbes.ts';
import { sampleCard, samplePicture } from './picture.ts';

/** A session whose answers a test gives by hand: `answer` resolves the oldest open `show`. */
export interface FakeSession extends Session {
  readonly options: SessionOptions;
  readonly events: SessionEvents;
  readonly asked: readonly ShowRequest[];
  readonly closed: () => boolean;
  readonly retries: () => number;
  answer(over?: Partial<Picture>): Promise<void>;
  overtake(): Promise<void>;
  fail(error: unknown): Promise<void>;
}

interface Open {
  readonly request: ShowRequest;
  readonly resolve: (picture: Picture | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Lets everything that waits for an answer, or to be painted on a fake window, go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

export function openFakeSession(options: SessionOptions, events: SessionEvents): FakeSession {
  const open: Open[] = [];
  const asked: ShowRequest[] = [];
  let closed = false;
  let retries = 0;
  const next = (): Open => {
    const one = open.shift();
    if (!one) throw new Error('openFakeSession: nothing was asked');
    return one;
  };
  return {
    options,
    events,
    asked,
    closed: () => closed,
    retries: () => retries,
    show: (request) =>
      new Promise((resolve, reject) => {
        asked.push(request);
        open.push({ request, resolve, reject });
      }),
    peek: async ({ text, target, changes, decoding }) => samplePicture(text, target, { changes, decoding }),
    frame: async (name) => ({ name, shape: [1], data: new Float32Array([7]) }),
    gradient: async (row, id) => {
      const name = 'encoder.0.self.pattern';
      const frame = { name, shape: [1, 1, 1], data: new Float32Array([10 * row + id]) } as const;
      return { row, id, frames: new Map([[name, frame]]) };
    },
    lens: async () => [[{ id: 1, text: 'word', probability: 0.5, finalRank: 0 }]],
    headWeights: async (kind, layer, head) => fakeWeights(sampleCard.info, kind, layer, head),
    headEffect: async (_, layer, head) => ({ loss: layer + head / 10, most: 2, mostRow: 1, drops: [2] }),
    measureProducts: async () => 3,
    numTensors: async () => 42,
    retry: () => {
      retries++;
    },
    close: () => {
      closed = true;
    },
    async answer(over = {}) {
      const one = next();
      const { text, target, changes, decoding } = one.request;
      one.resolve(samplePicture(text, target, { changes, decoding, ...over }));
      await settle();
    },
    async overtake() {
      next().resolve(null);
      await settle();
    },
    async fail(error) {
      next().reject(error);
      await settle();
    },
  };
}

/** As much of a browser window as the page without its pictures needs. */
export function fakeWindow(address: string): Window & { readonly written: readonly string[] } {
  const written: string[] = [];
  const stored = new Map<string, string>();
  const listeners = new Map<string, ((event: Event) => void)[]>();
  const location = new URL(address);
  const window = {
    written,
    location,
    performance,
    document: { hidden: true },
    setTimeout: (call: () => void) => setTimeout(call, 0),
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    },
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, to: string) => {
        written.push(to);
        location.href = to;
      },
    },
    addEventListener: (type: string, call: (event: Event) => void) =>
      void listeners.set(type, [...(listeners.get(type) ?? []), call]),
    removeEventListener: (type: string, call: (event: Event) => void) =>
      void listeners.set(
        type,
        (listeners.get(type) ?? []).filter((other) => other !== call),
      ),
    dispatchEvent: (event: Event) => {
      for (const call of listeners.get(event.type) ?? []) call(event);
      return true;
    },
  };
  return window as unknown as Window & { readonly written: readonly string[] };
}
