import { EngineError } from './errors.ts';

/** One half of the model. */
export type Part = 'encoder' | 'decoder';

/** The attention inside a layer: over the own words, or from the decoder over the encoder's output. */
export type SubLayer = 'self' | 'cross';

/** The three kinds of attention a person can choose; each has its own hue on screen. */
export type AttentionKind = 'encoder' | 'decoder' | 'cross';

/** One of the two texts of a picture. */
export type TextSide = 'source' | 'target';

/** What a kind of attention is in every model, whatever its sizes. */
export interface AttentionTraits {
  /** Where it lives, as in stage names: `${part}.${layer}.${sub}.pattern`. */
  readonly part: Part;
  readonly sub: SubLayer;
  /** Its own mask: no query reads a key that stands after it. */
  readonly causal: boolean;
  /** The text that stands along each axis. */
  readonly queries: TextSide;
  readonly keys: TextSide;
}

/** In the order in which kinds are listed, on screen too; within a part, in the order they are computed. */
export const ATTENTION: Readonly<Record<AttentionKind, AttentionTraits>> = {
  encoder: { part: 'encoder', sub: 'self', causal: false, queries: 'source', keys: 'source' },
  decoder: { part: 'decoder', sub: 'self', causal: true, queries: 'target', keys: 'target' },
  cross: { part: 'decoder', sub: 'cross', causal: false, queries: 'target', keys: 'source' },
};

export const ATTENTION_KINDS = Object.keys(ATTENTION) as readonly AttentionKind[];

/** Each part, in the order they are computed, and the text whose words are its rows. */
export const TEXT_OF: Readonly<Record<Part, TextSide>> = { encoder: 'source', decoder: 'target' };

export const PARTS = Object.keys(TEXT_OF) as readonly Part[];

/** The attention of each text over itself. */
export const OWN_KIND: Readonly<Record<TextSide, AttentionKind>> = { source: 'encoder', target: 'decoder' };

/** One attention of a model, the same in each of its layers. */
export interface Site extends AttentionTraits {
  readonly kind: AttentionKind;
  readonly layers: number;
  /** H, of queries and so of patterns. */
  readonly heads: number;
  /** Heads of keys and values; fewer than `heads` where several queries share them. */
  readonly keyHeads: number;
  /** Dh */
  readonly headWidth: number;
}

/** What the sites of an encoder-decoder follow from. */
export interface StackSizes {
  /** D */
  readonly width: number;
  readonly encoder: { readonly layers: number; readonly heads: number };
  readonly decoder: { readonly layers: number; readonly heads: number };
}

/** The attentions of an encoder-decoder whose heads share the width of their stack evenly. */
export function sitesOf(sizes: StackSizes): readonly Site[] {
  return ATTENTION_KINDS.map((kind) => {
    const { layers, heads } = sizes[ATTENTION[kind].part];
    return { kind, ...ATTENTION[kind], layers, heads, keyHeads: heads, headWidth: sizes.width / heads };
  });
}

/** @throws EngineError `bad-request` for a kind that the model does not have */
export function siteOf({ sites }: { readonly sites: readonly Site[] }, kind: AttentionKind): Site {
  const site = sites.find((one) => one.kind === kind);
  if (site) return site;
  const kinds = sites.map((one) => one.kind).join(', ');
  throw new EngineError('bad-request', 'siteOf', 'kind', `one of ${kinds}`, kind);
}

/** The kind that lives there, or null: an encoder has no cross-attention. */
export function kindAt(part: Part, sub: SubLayer): AttentionKind | null {
  const lives = (kind: AttentionKind) => ATTENTION[kind].part === part && ATTENTION[kind].sub === sub;
  return ATTENTION_KINDS.find(lives) ?? null;
}

/** The kind whose queries and keys are these, or null: the source does not read the target. */
export function kindReading(queries: TextSide, keys: TextSide): AttentionKind | null {
  const reads = (kind: AttentionKind) => ATTENTION[kind].queries === queries && ATTENTION[kind].keys === keys;
  return ATTENTION_KINDS.find(reads) ?? null;
}

/** Of two things, one a text (its tokens, its length, …), those of the rows and of the columns of a pattern. */
export function axesOf<T>(
  kind: AttentionKind,
  texts: Readonly<Record<TextSide, T>>,
): { readonly queries: T; readonly keys: T } {
  const { queries, keys } = ATTENTION[kind];
  return { queries: texts[queries], keys: texts[keys] };
}

/** True where rows and columns are the same words, so that a pattern has a diagonal. */
export const isSelf = (kind: AttentionKind): boolean => ATTENTION[kind].queries === ATTENTION[kind].keys;

/** True where the rows are words that the model writes: each is about the word written after it. */
export const isWriting = (kind: AttentionKind): boolean => ATTENTION[kind].queries === 'target';
