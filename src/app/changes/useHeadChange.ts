import { type ForbidMode, type HeadSet, headSetOf } from '../../contract/index.ts';
import { cellMarks, type Stroke } from '../../layout/index.ts';
import { type AppState, choiceOf, chosenOf, isChanged } from '../../state/index.ts';
import type { ChangedHead, LegendChange, MatrixChange } from '../../views/index.ts';
import { useApp, useDesk, useHeadlight } from '../context.tsx';
import type { HeadPicture } from '../head/headPicture.ts';

/** Whom a stroke concerns: the heads of this drawing, their layer, or their kind. */
function strokeSet(state: AppState, { heads }: HeadPicture): HeadSet {
  const { scope } = state.brush;
  const { kind, layer } = chosenOf(state);
  return headSetOf(scope, { kind, layer, heads });
}

/** Forbids and allows cells of a drawing, by drag, click and key; absent where several layers are drawn as one. */
function usePainting(picture: HeadPicture): MatrixChange['painting'] {
  const { act, store } = useHeadlight();
  const on = useDesk(({ painting }) => painting);
  const mode = useApp((state): ForbidMode => state.brush.mode);
  const one = useApp((state) => choiceOf(state).depth === 'layer');
  if (!one) return undefined;
  const onStroke = ({ cells, forbid }: Stroke): void => {
    const set = strokeSet(store.getState(), picture);
    if (forbid) act.forbid(set, cells, mode);
    else act.allow(set, cells);
  };
  return { on, mode, onStroke };
}

/**
 * What a drawing shows of a change, and how cells of it are forbidden. @param paintable false where it is only looked
 * at
 */
export function useDrawingChange(
  picture: HeadPicture,
  paintable: boolean,
): { readonly matrix: MatrixChange; readonly arcs: ChangedHead } {
  const shown = useApp((state) => choiceOf(state).shown);
  const painting = usePainting(picture);
  const { before, forbidden, bare } = picture;
  const state = { before, shown, forbidden };
  return {
    matrix: {
      ...state,
      sums: bare,
      ...(paintable && painting ? { painting } : {}),
    },
    arcs: state,
  };
}

/** What the reading says of a change; absent while there is none. */
export function useReadingChange(picture: HeadPicture | null): ChangedHead | undefined {
  const shown = useApp((state) => choiceOf(state).shown);
  const changed = useApp(isChanged);
  if (!picture || !changed) return undefined;
  const { before, forbidden } = picture;
  return { before, shown, forbidden };
}

/** What the legend has to explain besides the scale: signs, and how cells are forbidden. */
export function useLegendChange(picture: HeadPicture | null): {
  readonly hatched: boolean;
  readonly changed?: LegendChange;
} {
  const { kind } = useApp(chosenOf);
  const arcs = useApp((state) => choiceOf(state).view === 'arcs');
  const asked = useApp((state) => choiceOf(state).shown);
  const shown = picture?.before ? asked : 'after';
  const marks = cellMarks(shown, kind, picture?.forbidden ?? null);
  return {
    hatched: marks.masked,
    changed: {
      signedLimit: shown === 'difference' ? (picture?.full ?? 1) : null,
      dashed: arcs,
      forbiddenBefore: marks.before,
      forbiddenAfter: marks.after,
      crossed: marks.crossed && !arcs,
    },
  };
}

/** The rows read together, and how one more is added or taken away. */
export function useRows(changeable: boolean): {
  readonly rows: readonly number[];
  readonly joining: boolean;
  readonly onRow?: (query: number) => void;
} {
  const { act, store } = useHeadlight();
  const rows = useApp((state) => choiceOf(state).rows);
  const joining = useDesk((desk) => desk.joining);
  const onRow = (query: number): void => {
    const { rows: now } = choiceOf(store.getState());
    const next = now.includes(query) ? now.filter((row) => row !== query) : [...now, query];
    act.choose({ rows: next.sort((a, b) => a - b) }, 'rows');
  };
  return { rows, joining, ...(changeable ? { onRow } : {}) };
}
