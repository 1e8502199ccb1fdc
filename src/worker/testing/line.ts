import { readFileSync } from 'node:fs';
import type {
  BackendReport,
  Engine,
  EngineOptions,
  ModelCard,
  ModelInfo,
  Picture,
  SessionEvents,
  SessionFailure,
} from '../../contract/index.ts';
import { readModelInfo } from '../../models/index.ts';
import { type PagePort, serve } from '../serve.ts';
import { openSession, type WorkerLike } from '../session.ts';

const read = (name: string) => readFileSync(`public/models/en-fr/${name}`, 'utf8');
export const tokenizerJson: unknown = JSON.parse(read('tokenizer.json'));

/** The bundled model's config with few positions, so that cutting is quick to reach. */
export const config = { ...JSON.parse(read('config.json')), max_position_embeddings: 24 };
export const info: ModelInfo = readModelInfo(config, null);

export type Files = Record<string, string | ArrayBuffer>;
/** A model's folder. @param weights a safetensors file; a fake engine does not look into it */
export const files = (weights: ArrayBuffer): Files => ({
  'config.json': JSON.stringify(config),
  'tokenizer.json': read('tokenizer.json'),
  'model.safetensors': weights,
});

/** A host of these files; change them while it runs. */
export function hostOf(store: Files) {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    const name = url.replace('/m/', '');
    asked.push(name);
    const file = store[name];
    return new Response(file ?? null, { status: file === undefined ? 404 : 200 });
  };
  return { asked, fetch };
}

export interface Line {
  readonly makeWorker: () => WorkerLike;
  /** Workers made so far. */
  readonly made: () => number;
  /** Ends the newest worker as a browser does when it dies. */
  crash(message: string): void;
}

/** A worker's place taken by a message channel: the same messages, cloned and moved as a worker's are. */
export function lineTo(
  createEngine: (options: EngineOptions) => Promise<Engine>,
  fetch: (url: string) => Promise<Response>,
): Line {
  let made = 0;
  let onError: (event: Event) => void = () => undefined;
  const makeWorker = (): WorkerLike => {
    made++;
    const { port1, port2 } = new MessageChannel();
    const host = serve(port2 as PagePort, { createEngine, fetch, stallMs: 500 });
    port1.start();
    return {
      postMessage: (message) => port1.postMessage(message),
      addEventListener: (type, listener) => {
        if (type === 'error') onError = listener;
        else port1.addEventListener(type, listener);
      },
      terminate: () => {
        host.close();
        port1.close();
      },
    };
  };
  const crash = (message: string) => onError(Object.assign(new Event('error'), { message }));
  return { makeWorker, made: () => made, crash };
}

/** Events written down, and promises for the first of each kind. */
export function listen() {
  const cards: ModelCard[] = [];
  const stored: Picture[] = [];
  const progress: { loaded: number; total: number | null }[] = [];
  const live: BackendReport[] = [];
  const failures: SessionFailure[] = [];
  const events: SessionEvents = {
    onCard: (card) => cards.push(card),
    onStored: (picture) => stored.push(picture),
    onProgress: (step) => progress.push(step),
    onLive: (report) => live.push(report),
    onFailure: (failure) => failures.push(failure),
  };
  return { events, cards, stored, progress, live, failures };
}

/** A session on these files and this engine, with all that can be watched of it. */
export function openOn(store: Files, createEngine: (options: EngineOptions) => Promise<Engine>) {
  const host = hostOf(store);
  const line = lineTo(createEngine, host.fetch);
  const heard = listen();
  const options = { modelUrl: '/m/', backend: 'auto', wasmPath: '/wasm/' } as const;
  const session = openSession(options, heard.events, line.makeWorker);
  return { session, line, host, store, ...heard };
}
