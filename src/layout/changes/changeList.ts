import {
  type AttentionKind,
  axesOf,
  type CellSet,
  type CellsForbidden,
  type ForbidMode,
  type Intervention,
  type MaskReplaced,
  type ModelInfo,
  type OffWay,
  type PositionsReplaced,
  siteOf,
  type Token,
} from '../../contract/index.ts';
import { nameTokens, type TokenName } from '../heatmap/tokenNames.ts';

/** Whom a change concerns, from 0; null is every layer, every head. */
export interface PlaceMeant {
  readonly kind: AttentionKind;
  readonly layers: readonly number[] | null;
  readonly heads: readonly number[] | null;
}

/** What one line of the list says. Words of rows and columns are null where every one is meant. */
export type Meaning =
  | { readonly say: 'off'; readonly place: PlaceMeant; readonly way: OffWay }
  | {
      readonly say: 'forbid';
      readonly place: PlaceMeant;
      readonly mode: ForbidMode;
      readonly queries: readonly TokenName[] | null;
      readonly keys: readonly TokenName[] | null;
    }
  /** Too many to name. */
  | { readonly say: 'cells'; readonly place: PlaceMeant; readonly mode: ForbidMode; readonly count: number }
  /** In the order in which they are put on. */
  | {
      readonly say: 'mask';
      readonly place: PlaceMeant;
      readonly masks: readonly Pick<MaskReplaced, 'mask' | 'size'>[];
    }
  | { readonly say: 'scale'; readonly place: PlaceMeant; readonly factor: number | null }
  | ({ readonly say: 'positions' } & Pick<PositionsReplaced, 'part' | 'way' | 'by' | 'seed'>);

/** A line of the list of changes, as data: what it says, and what is taken away with it. */
export interface ChangeLine {
  /** The same line has the same id while the list changes around it. */
  readonly id: string;
  readonly meaning: Meaning;
  readonly parts: readonly Intervention[];
}

/** What the rows and columns of cells are called. */
export interface SpokenTokens {
  readonly source: readonly Token[];
  readonly target: readonly Token[];
}

/** Of one entry, so many groups of cells are named word by word; of more only their number is said. */
const MOST_NAMED = 3;

interface Draft {
  readonly meaning: Meaning;
  readonly parts: readonly Intervention[];
}

const placeOf = ({ kind, layer, heads }: Exclude<Intervention, PositionsReplaced>): PlaceMeant => ({
  kind,
  layers: layer === null ? null : [layer],
  heads,
});

const isWhole = ({ query, key }: CellSet): boolean => query === null || key === null;

/**
 * Cells with the same keys, rows together: what one sentence can say. Whole rows, whole columns and cells are said
 * apart.
 */
function groupCells(cells: readonly CellSet[]): readonly (readonly CellSet[])[] {
  const byRow = new Map<string, CellSet[]>();
  for (const cell of cells) {
    const row = `${cell.query} ${cell.key === null}`;
    byRow.set(row, [...(byRow.get(row) ?? []), cell]);
  }
  const byKeys = new Map<string, CellSet[]>();
  for (const row of byRow.values()) {
    const id = `${row[0]?.query === null} ${row.map(({ key }) => key)}`;
    byKeys.set(id, [...(byKeys.get(id) ?? []), ...row]);
  }
  return [...byKeys.values()];
}

function forbidDrafts(change: CellsForbidden, tokens: SpokenTokens): readonly Draft[] {
  const place = placeOf(change);
  const { mode } = change;
  const axes = axesOf(change.kind, tokens);
  const drafts = groupCells(change.cells).map((cells): Draft & { readonly whole: boolean } => {
    const names = (list: readonly Token[], at: readonly (number | null)[]): readonly TokenName[] | null =>
      at.includes(null) ? null : nameTokens(list, [...new Set(at)] as number[]);
    const queries = names(
      axes.queries,
      cells.map(({ query }) => query),
    );
    const keys = names(
      axes.keys,
      cells.map(({ key }) => key),
    );
    const meaning: Meaning = { say: 'forbid', place, mode, queries, keys };
    return { meaning, parts: [{ ...change, cells }], whole: cells.some(isWhole) };
  });
  const named = drafts.filter(({ whole }) => !whole);
  if (named.length <= MOST_NAMED) return drafts;
  const cells = change.cells.filter((cell) => !isWhole(cell));
  const many: Draft = {
    meaning: { say: 'cells', place, mode, count: cells.length },
    parts: [{ ...change, cells }],
  };
  return [...drafts.filter(({ whole }) => whole), many];
}

function draftsOf(change: Intervention, tokens: SpokenTokens): readonly Draft[] {
  const parts = [change];
  if (change.type === 'forbid') return forbidDrafts(change, tokens);
  if (change.type === 'positions') {
    const { part, way, by, seed } = change;
    return [{ meaning: { say: 'positions', part, way, by, seed }, parts }];
  }
  const place = placeOf(change);
  if (change.type === 'off') return [{ meaning: { say: 'off', place, way: change.way }, parts }];
  if (change.type === 'scale') return [{ meaning: { say: 'scale', place, factor: change.factor }, parts }];
  return [{ meaning: { say: 'mask', place, masks: [{ mask: change.mask, size: change.size }] }, parts }];
}

const idOf = (meaning: Meaning): string => JSON.stringify(meaning);

/** The masks of one place stand in neighbouring entries; they are one line. */
function joinMasks(drafts: readonly Draft[]): readonly Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const { meaning } = draft;
    const goesOn =
      meaning.say === 'mask' &&
      last?.meaning.say === 'mask' &&
      JSON.stringify(last.meaning.place) === JSON.stringify(meaning.place);
    if (!goesOn || last?.meaning.say !== 'mask') joined.push(draft);
    else {
      const masks = [...last.meaning.masks, ...meaning.masks];
      joined[joined.length - 1] = {
        meaning: { ...last.meaning, masks },
        parts: [...last.parts, ...draft.parts],
      };
    }
  }
  return joined;
}

/** All heads, or all layers, of a model are said as such. */
function whole(place: PlaceMeant, info: ModelInfo | null): PlaceMeant {
  if (info === null) return place;
  const site = siteOf(info, place.kind);
  return { ...place, heads: place.heads?.length === site.heads ? null : place.heads };
}

/** The same said of several layers is one line. */
function joinLayers(drafts: readonly Draft[], info: ModelInfo | null): readonly Draft[] {
  const joined = new Map<string, Draft>();
  for (const { meaning, parts } of drafts) {
    if (meaning.say === 'positions' || meaning.place.layers === null) {
      joined.set(idOf(meaning), { meaning, parts });
      continue;
    }
    const place = whole(meaning.place, info);
    const id = idOf({ ...meaning, place: { ...place, layers: [] } });
    const before = joined.get(id);
    const layers = before && 'place' in before.meaning ? (before.meaning.place.layers ?? []) : [];
    joined.set(id, {
      meaning: { ...meaning, place: { ...place, layers: [...layers, ...meaning.place.layers] } },
      parts: [...(before?.parts ?? []), ...parts],
    });
  }
  return [...joined.values()];
}

/** All layers of a model are said as such. */
function allLayers(meaning: Meaning, info: ModelInfo | null): Meaning {
  if (info === null || meaning.say === 'positions' || meaning.place.layers === null) return meaning;
  const site = siteOf(info, meaning.place.kind);
  const every = meaning.place.layers.length === site.layers;
  return every ? { ...meaning, place: { ...meaning.place, layers: null } } : meaning;
}

/**
 * The list of changes, a line for each thing said: heads off in one way, what a word may not read, a mask, a scale,
 * positions. The same of several heads or layers is one line; of cells too many to name only the number is said.
 * @param changes in their one form, as the state has them.
 * @param tokens of the picture whose positions they count; empty lists where there is none, and positions are said by
 * number.
 */
export function listChanges(
  changes: readonly Intervention[],
  tokens: SpokenTokens,
  info: ModelInfo | null,
): readonly ChangeLine[] {
  const drafts = joinMasks(changes.flatMap((change) => draftsOf(change, tokens)));
  return joinLayers(drafts, info).map(({ meaning, parts }) => {
    const said = allLayers(meaning, info);
    return { id: idOf(said), meaning: said, parts };
  });
}

/** Numbers from 0 as they are counted on screen, three or more neighbours as one: `1–3, 5`. */
export function countedFromOne(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last.at(-1) === n) last.push(n + 1);
    else runs.push([n + 1]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
