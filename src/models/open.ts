import * as v from 'valibot';
import {
  ATTENTION_KINDS,
  type FirstView,
  type Golden,
  HEAD_TRAININGS,
  type HeadAt,
  type HeadLabel,
  type ModelCard,
  ModelError,
  type ModelInfo,
  type Parameters,
  type Picture,
  siteOf,
} from '../contract/index.ts';
import { CONFIG_FILE, GENERATION_FILE, readModelInfo } from './config.ts';
import { canVerify, type DownloadOptions, download, type Fetch } from './download.ts';
import { MANIFEST_FILE, type Manifest, readManifest } from './manifest.ts';
import { count, readJson, readShape } from './read.ts';
import { parseSafetensors } from './safetensors.ts';
import { checkStored, decodeStoredPicture, goldenOf, STORED_FILE, STORED_NUMBERS_FILE } from './stored.ts';

const TOKENIZER_FILE = 'tokenizer.json';
const FIRST_VIEW_FILE = 'first-view.json';
const HEADS_FILE = 'heads.json';
const WEIGHTS_FILE = 'model.safetensors';

/** Far above any real file of its kind. */
const SMALL_LIMIT_BYTES = 64 * 1024 * 1024;
/** Widened to float32 this already fills half of what a browser tab may hold. */
const WEIGHTS_LIMIT_BYTES = 1024 * 1024 * 1024;

export interface OpenOptions {
  /** URL of the model's folder, with its slash. */
  readonly modelUrl: string;
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  /** After a failure: ask the server, not the browser's cache. */
  readonly fresh?: boolean | undefined;
  readonly stallMs?: number | undefined;
}

/** A model whose small files are here and whose weights are not yet. */
export interface OpenedModel {
  readonly card: ModelCard;
  /** The JSON of tokenizer.json. */
  readonly tokenizer: unknown;
  /** The first view's picture, computed when the model was made. */
  readonly stored: Picture | null;
  readonly golden: Golden | null;
  /** Downloads, checks and widens the weights. May be called again after it failed. @throws ModelError */
  loadParameters(options?: LoadOptions): Promise<Parameters>;
}

export interface LoadOptions {
  readonly onProgress?: DownloadOptions['onProgress'];
  readonly fresh?: boolean | undefined;
}

/**
 * Opens a model's folder: config and tokenizer, and, where the folder has them, the first view, its stored picture and
 * the heads' labels. With a `manifest.json` every byte is checked against it; without one (or on a host that answers
 * every address with its start page) the model opens as not verified.
 * @throws ModelError; the signal's reason when aborted.
 */
export async function openModel(options: OpenOptions): Promise<OpenedModel> {
  const folder = new Folder(options);
  await folder.readManifest();
  const optional = (file: string) => folder.optional(file);
  const [config, tokenizer, generation, firstView, heads, stored, numbers] = await Promise.all([
    folder.file(CONFIG_FILE),
    folder.file(TOKENIZER_FILE),
    ...[GENERATION_FILE, FIRST_VIEW_FILE, HEADS_FILE, STORED_FILE, STORED_NUMBERS_FILE].map(optional),
  ]);
  const json = (bytes: ArrayBuffer | null | undefined, file: string) =>
    bytes ? readJson(bytes, file) : null;
  const info = readModelInfo(json(config, CONFIG_FILE), json(generation, GENERATION_FILE));
  const picture = stored && numbers ? decodeStoredPicture(json(stored, STORED_FILE), numbers) : null;
  if (picture) checkStored(picture, info);
  return {
    card: {
      name: nameOf(options.modelUrl),
      info,
      verified: folder.verified,
      firstView: firstView ? readFirstView(json(firstView, FIRST_VIEW_FILE), info) : null,
      headLabels: heads ? readHeadLabels(json(heads, HEADS_FILE), info) : [],
    },
    tokenizer: json(tokenizer, TOKENIZER_FILE),
    stored: picture,
    golden: picture && goldenOf(picture),
    loadParameters: async (load = {}) =>
      parseSafetensors(
        await folder.file(WEIGHTS_FILE, { ...load, limitBytes: WEIGHTS_LIMIT_BYTES }),
        WEIGHTS_FILE,
      ),
  };
}

/** The folder's files, each checked against the manifest when there is one. */
class Folder {
  private manifest: Manifest | null = null;

  constructor(private readonly options: OpenOptions) {}

  /** True when the bytes of every file are checked; without WebCrypto they cannot be. */
  get verified(): boolean {
    return this.manifest !== null && canVerify();
  }

  async readManifest(): Promise<void> {
    // Always asked of the server: an old list in the browser's cache would refuse new files.
    const cache = this.options.fresh ? 'reload' : 'no-cache';
    const bytes = await this.absentAsNull(this.download(MANIFEST_FILE, { cache }));
    this.manifest = bytes && readManifest(readJson(bytes, MANIFEST_FILE));
  }

  async file(name: string, more: LoadOptions & { limitBytes?: number } = {}): Promise<ArrayBuffer> {
    const seal = this.manifest?.get(name) ?? null;
    if (this.manifest && !seal) {
      throw new ModelError('integrity', 'openModel', MANIFEST_FILE, `an entry for ${name}`, 'none', name);
    }
    const { onProgress, limitBytes } = more;
    const cache = (more.fresh ?? this.options.fresh) ? 'reload' : undefined;
    return this.download(name, { seal, cache, onProgress, ...(limitBytes ? { limitBytes } : {}) });
  }

  /** Null when the folder has no such file. A manifest is believed: what it does not list is not asked for. */
  async optional(name: string): Promise<ArrayBuffer | null> {
    if (this.manifest && !this.manifest.has(name)) return null;
    return this.manifest ? this.file(name) : this.absentAsNull(this.file(name));
  }

  private download(name: string, more: Partial<DownloadOptions>): Promise<ArrayBuffer> {
    const { modelUrl, fetch, signal, stallMs } = this.options;
    const base = { fetch, signal, stallMs, seal: null, limitBytes: SMALL_LIMIT_BYTES };
    return download(modelUrl + name, name, { ...base, ...more });
  }

  private async absentAsNull(bytes: Promise<ArrayBuffer>): Promise<ArrayBuffer | null> {
    try {
      return await bytes;
    } catch (error) {
      if (error instanceof ModelError && (error.code === 'not-found' || error.code === 'not-a-model'))
        return null;
      throw error;
    }
  }
}

/** The folder's own name: `en-fr` of `https://host/models/en-fr/`. */
function nameOf(modelUrl: string): string {
  const parts = modelUrl
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
  return parts.at(-1) ?? modelUrl;
}

const place = { kind: v.picklist(ATTENTION_KINDS), layer: count, head: count };
const firstViewSchema = v.object({
  ...place,
  text: v.string(),
  cell: v.nullable(v.object({ query: count, key: count })),
});
const headsSchema = v.array(
  v.object({
    ...place,
    label: v.string(),
    share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    training: v.optional(v.picklist(HEAD_TRAININGS)),
    // Before there were two words for it.
    taught: v.optional(v.boolean()),
  }),
);

function checkPlace({ kind, layer, head }: HeadAt, info: ModelInfo, file: string): void {
  const { layers, heads } = siteOf(info, kind);
  if (layer < layers && head < heads) return;
  const got = `layer ${layer}, head ${head}`;
  throw new ModelError('format', 'openModel', file, `below ${layers} layers and ${heads} heads`, got, file);
}

function readFirstView(value: unknown, info: ModelInfo): FirstView {
  const view = readShape(firstViewSchema, value, 'openModel', FIRST_VIEW_FILE);
  checkPlace(view, info, FIRST_VIEW_FILE);
  return view;
}

function readHeadLabels(value: unknown, info: ModelInfo): readonly HeadLabel[] {
  const labels = readShape(headsSchema, value, 'openModel', HEADS_FILE);
  for (const label of labels) checkPlace(label, info, HEADS_FILE);
  return labels.map(({ taught = false, training, ...label }) => ({
    ...label,
    ...(training ? { training } : taught ? { training: 'taught' as const } : {}),
  }));
}
