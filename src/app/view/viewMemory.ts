import { createStore, type StoreApi } from 'zustand/vanilla';
import { ATTENTION_KINDS, type AttentionKind, type Cell } from '../../contract/index.ts';
import type { WordLink } from '../../layout/index.ts';
import type { BoxPx } from '../../ui/index.ts';
import type { DecoderHead } from '../../views/index.ts';

/** What views remember while the page is open, and no link holds. */
export interface ViewMemory {
  /** The list of further views is open. */
  readonly listOpen: boolean;
  /** The keys and signs are on screen. */
  readonly helpOpen: boolean;
  /** Whether the list of keys is opened at the signs beneath it. */
  readonly helpAtSigns: boolean;
  /** The menu of example sentences is open. */
  readonly examplesOpen: boolean;
  /** The cell whose menu is open, in which of the drawings, and where it lies in the viewport. */
  readonly cellMenu: { readonly cell: Cell; readonly drawing: number; readonly box: BoxPx } | null;
  /** What was copied last, to say so; null once it is of no interest, empty where the browser refused. */
  readonly copied: string | null;
  /** A word or a cell of the large picture was pointed at or chosen before. */
  readonly hasPointed: boolean;
  /** The decoder is being played. */
  readonly playing: boolean;
  /** Of beam search: its tree, or the steps of the sentence it took. */
  readonly showTree: boolean;
  /** The decoder row a view points at, for the French beneath. */
  readonly pointedRow: number | null;
  /** The finder's filter, and the two words whose link it ranks by; null: the pinned cell's. */
  readonly kinds: readonly AttentionKind[];
  readonly layer: number | null;
  readonly link: WordLink | null;
  /** The sentence in which that link was chosen. */
  readonly linkText: string | null;
  /** The heads that the decoder's steps are drawn of, while another kind is the chosen one. */
  readonly decoderHead: DecoderHead | null;
  readonly crossHead: DecoderHead | null;
  /** The second sentence of a pair, while two heads are compared. */
  readonly second: string | null;
}

export type ViewMemoryStore = StoreApi<ViewMemory>;

export function createViewMemory(): ViewMemoryStore {
  return createStore<ViewMemory>()(() => ({
    listOpen: false,
    helpOpen: false,
    helpAtSigns: false,
    examplesOpen: false,
    cellMenu: null,
    copied: null,
    hasPointed: false,
    playing: false,
    showTree: true,
    pointedRow: null,
    kinds: ATTENTION_KINDS,
    layer: null,
    link: null,
    linkText: null,
    decoderHead: null,
    crossHead: null,
    second: null,
  }));
}
