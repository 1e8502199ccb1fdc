import { ATTENTION, type AttentionKind, kindAt, type Part, type SubLayer } from './sites.ts';

/** Stages inside an attention sub-layer, in the order they are computed (docs/ARCHITECTURE.md has the shapes). */
export const ATTENTION_STAGES = [
  'q',
  'k',
  'v',
  'scores',
  'pattern',
  'headOutput',
  'attentionOutput',
  'afterAttention',
] as const;
export type AttentionStage = (typeof ATTENTION_STAGES)[number];

/** Stages of a layer outside attention, in the order they are computed. */
export const LAYER_STAGES = ['input', 'inner', 'feedForward', 'output'] as const;
export type LayerStage = (typeof LAYER_STAGES)[number];

/** What a part is entered with: their sum is the input of its layer 0. */
export const ENTRY_STAGES = ['embedding', 'position'] as const;
export type EntryStage = (typeof ENTRY_STAGES)[number];

/**
 * Of a layer's stages those that a person can open: each has a name on screen (`changed.stage.…`) and stands in the
 * list of stages.
 */
const SHOWN_STAGES = ['afterAttention', 'inner', 'feedForward', 'output'] as const satisfies readonly (
  | AttentionStage
  | LayerStage
)[];
type ShownStage = (typeof SHOWN_STAGES)[number];

/** The decoder's last line. */
export const FINAL_STAGES = ['logits', 'probabilities'] as const;
export type FinalStage = (typeof FINAL_STAGES)[number];

/** A stage's address: `encoder.2.self.pattern`, `decoder.0.input`, `encoder.embedding`, `logits`. */
export type StageName =
  | `${Part}.${number}.${SubLayer}.${AttentionStage}`
  | `${Part}.${number}.${LayerStage}`
  | `${Part}.${EntryStage}`
  | FinalStage;

export type ParsedStage =
  | { readonly part: Part; readonly layer: number; readonly sub: SubLayer; readonly stage: AttentionStage }
  | { readonly part: Part; readonly layer: number; readonly sub: null; readonly stage: LayerStage }
  | { readonly part: Part; readonly layer: null; readonly sub: null; readonly stage: EntryStage }
  | { readonly part: null; readonly layer: null; readonly sub: null; readonly stage: FinalStage };

const ADDRESS = /^(encoder|decoder)\.(?:(0|[1-9]\d{0,3})\.)?(?:(self|cross)\.)?([a-zA-Z]+)$/;

const includes = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

/** Reads a stage's address; null when it is none. Does not know how many layers a model has. */
export function parseStageName(name: string): ParsedStage | null {
  if (includes(FINAL_STAGES, name)) return { part: null, layer: null, sub: null, stage: name };
  const match = ADDRESS.exec(name);
  if (!match) return null;
  const part = match[1] as Part;
  const sub = match[3] as SubLayer | undefined;
  const stage = match[4] ?? '';
  if (match[2] === undefined) {
    return sub === undefined && includes(ENTRY_STAGES, stage)
      ? { part, layer: null, sub: null, stage }
      : null;
  }
  const layer = Number(match[2]);
  if (sub === undefined) return includes(LAYER_STAGES, stage) ? { part, layer, sub: null, stage } : null;
  if (kindAt(part, sub) === null) return null;
  return includes(ATTENTION_STAGES, stage) ? { part, layer, sub, stage } : null;
}

/** The address of an attention stage by kind: `attentionStage('cross', 0, 'pattern')` is `decoder.0.cross.pattern`. */
export function attentionStage(kind: AttentionKind, layer: number, stage: AttentionStage): StageName {
  const { part, sub } = ATTENTION[kind];
  return `${part}.${layer}.${sub}.${stage}`;
}

export const isShownStage = <S extends AttentionStage | LayerStage>(stage: S): stage is S & ShownStage =>
  includes(SHOWN_STAGES, stage);

/** What a part is entered with, and their sum: what can be opened beneath its lowest layer, from the bottom upwards. */
export function entryStages(part: Part): readonly StageName[] {
  return [...ENTRY_STAGES.map((stage) => `${part}.${stage}` as const), `${part}.0.input`];
}

/** The shown stages of a part's layer, from the bottom upwards. @param kinds of attention that the model has */
export function shownStages(
  part: Part,
  layer: number,
  kinds: readonly AttentionKind[],
): readonly StageName[] {
  const own = kinds.filter((kind) => ATTENTION[kind].part === part);
  return [
    ...own.flatMap((kind) =>
      ATTENTION_STAGES.filter(isShownStage).map((stage) => attentionStage(kind, layer, stage)),
    ),
    ...LAYER_STAGES.filter(isShownStage).map((stage) => `${part}.${layer}.${stage}` as const),
  ];
}
