import { useCallback, useRef } from 'react';
import { useStore } from 'zustand';
import { type Cell, headsOfSite, siteOf } from '../../contract/index.ts';
import { weightAt } from '../../layout/index.ts';
import {
  type AppState,
  choiceOf,
  chosenOf,
  headStatesOf,
  isForbidden,
  isOff,
  pinnedOf,
} from '../../state/index.ts';
import { Button, Menu, type MenuItem } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import type { Headlight } from '../session/headlight.ts';
import { see } from '../view/currentView.ts';
import { headPicturesOf } from './headPicture.ts';

const ITEMS = [
  'heads',
  'follow',
  'forbid',
  'forbidAll',
  'copy',
  'off',
  'scale',
  'mask',
  'positions',
] as const;
type Item = (typeof ITEMS)[number];

/** A line above what is done to the model, and above what leads into the panel. */
const DIVIDED: readonly Item[] = ['forbid', 'copy', 'scale'];
const KEYS: Readonly<Partial<Record<Item, string>>> = { follow: 'Enter', forbid: 'x' };

interface At {
  readonly cell: Cell;
  readonly drawing: number;
}

/** The heads of the drawing that the menu is about. */
function setOf({ store }: Headlight, drawing: number) {
  const state = store.getState();
  const { kind, layer, heads } = chosenOf(state);
  return { kind, layer, heads: headPicturesOf(state)[drawing]?.heads ?? heads };
}

async function copy({ memory, store }: Headlight, { cell, drawing }: At): Promise<void> {
  const matrix = headPicturesOf(store.getState())[drawing]?.matrix;
  if (!matrix) return;
  const value = String(weightAt(matrix, cell));
  try {
    await navigator.clipboard.writeText(value);
    memory.setState({ copied: value });
  } catch {
    memory.setState({ copied: '' });
  }
}

function switchOver({ act, store }: Headlight, set: ReturnType<typeof setOf>): void {
  const states = headStatesOf(store.getState());
  if (set.heads.every((head) => isOff(states(set.kind, set.layer, head)))) act.switchOn(set);
  else act.setHeads(set, store.getState().brush.way);
}

/** True when no head of the kind, in no layer, may read this cell. */
function isForbiddenInAll(state: AppState, cell: Cell): boolean {
  const { kind } = chosenOf(state);
  if (state.card === null) return false;
  const all = headsOfSite(siteOf(state.card.info, kind));
  return all.every(({ layer, head }) => isForbidden(state, kind, layer, head, cell));
}

/** The cell shut in every head of its kind, as the brush does it; or open again in all of them. */
function forbidInAll({ act, store }: Headlight, cell: Cell): void {
  const state = store.getState();
  const set = { kind: chosenOf(state).kind, layer: null, heads: null };
  if (isForbiddenInAll(state, cell)) act.allow(set, [cell]);
  else act.forbid(set, [cell], state.brush.mode);
}

/** Does what was chosen; each is one step of undo at most. */
function perform(item: Item, headlight: Headlight, at: At): void {
  const { act, desk, memory, store } = headlight;
  const choice = choiceOf(store.getState());
  const { cell } = at;
  if (item === 'heads') {
    memory.setState({ link: null });
    act.choose({ ...see('heads', choice), cell, measure: 'link', order: 'most' });
  } else if (item === 'follow') act.choose({ ...see('cell', choice), cell });
  else if (item === 'copy') void copy(headlight, at);
  else if (item === 'forbid') {
    act.point({ ...cell, drawing: at.drawing });
    act.toggleCell();
  } else if (item === 'forbidAll') forbidInAll(headlight, cell);
  else if (item === 'off') switchOver(headlight, setOf(headlight, at.drawing));
  else desk.act.openPanel(item);
}

/** What can be asked about a cell of the large picture, and done to it; there while it is open. */
export function CellMenu() {
  const t = useWords();
  const headlight = useHeadlight();
  const { memory } = headlight;
  const open = useStore(memory, ({ cellMenu }) => cellMenu);
  const close = useCallback(() => memory.setState({ cellMenu: null }), [memory]);
  const forbidden = useApp((state) => {
    const { kind, layer, heads } = setOf(headlight, open?.drawing ?? 0);
    return open !== null && heads.every((head) => isForbidden(state, kind, layer, head, open.cell));
  });
  const off = useApp((state) => {
    const { kind, layer, heads } = setOf(headlight, open?.drawing ?? 0);
    const states = headStatesOf(state);
    return heads.every((head) => isOff(states(kind, layer, head)));
  });
  const forbiddenInAll = useApp((state) => open !== null && isForbiddenInAll(state, open.cell));
  if (open === null) return null;
  const nameOf = (item: Item): string => {
    if (item === 'forbid' && forbidden) return t('cell.allow');
    if (item === 'forbidAll' && forbiddenInAll) return t('cell.allowAll');
    return item === 'off' && off ? t('cell.on') : t(`cell.${item}`);
  };
  const items = ITEMS.map((item): MenuItem => {
    const keys = KEYS[item];
    return {
      id: item,
      label: nameOf(item),
      divided: DIVIDED.includes(item),
      ...(keys ? { keys } : {}),
    };
  });
  return (
    <Menu
      label={t('cell.menu')}
      items={items}
      anchor={open.box}
      onChoose={(id) => {
        close();
        const item = ITEMS.find((one) => one === id);
        if (item) perform(item, headlight, open);
      }}
      onClose={close}
    />
  );
}

/** Beneath what the pinned cell says: its menu, for whom a right click is not at hand; and what came of copying. */
export function CellMenuButton() {
  const t = useWords();
  const { memory } = useHeadlight();
  const button = useRef<HTMLButtonElement>(null);
  const cell = useApp(pinnedOf);
  const copied = useStore(memory, (state) => state.copied);
  const drawing = useApp((state) =>
    Math.max(
      0,
      headPicturesOf(state).findIndex(({ heads }) => heads[0] === state.pinnedHead),
    ),
  );
  if (cell === null) return null;
  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (box) memory.setState({ cellMenu: { cell, drawing, box }, copied: null });
  };
  return (
    <>
      <Button ref={button} label={t('cell.menu')} icon="more" iconOnly keys="Shift+F10" onPress={open} />
      <span className="app-quiet app-copied" role="status">
        {copied === null ? '' : copied === '' ? t('share.copyFailed') : t('cell.copied', { value: copied })}
      </span>
    </>
  );
}
