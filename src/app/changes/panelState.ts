import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StageName } from '../../contract/index.ts';
import { type AppState, choiceOf, chosenOf } from '../../state/index.ts';
import type { ChangeSection } from '../../views/index.ts';

/** What lies open on the page. No part of the choice: neither linked nor undone. */
export interface Desk {
  /** The panel in which the model is changed. */
  readonly panel: boolean;
  /** Its unfolded section; kept while it is closed. */
  readonly section: ChangeSection | null;
  /** Press and drag over cells forbids or allows them. */
  readonly painting: boolean;
  /** A plain click on a word reads its row together with others. */
  readonly joining: boolean;
  /** The stage whose bar in the figure was pressed, and what was chosen then: it gives way when a head is chosen. */
  readonly stage: { readonly name: StageName; readonly over: string } | null;
}

export interface DeskActions {
  togglePanel(): void;
  closePanel(): void;
  /** Opens the panel at one of its sections. */
  openPanel(section: ChangeSection): void;
  unfold(section: ChangeSection | null): void;
  paint(on: boolean): void;
  join(on: boolean): void;
  /** Opens a stage in the place of the chosen head; the same once more closes it. */
  openStage(name: StageName, state: AppState): void;
  closeStage(): void;
}

export type DeskStore = StoreApi<Desk> & { readonly act: DeskActions };

const overOf = (state: AppState): string => {
  const { kind, layer, heads } = chosenOf(state);
  return `${kind} ${layer} ${heads} ${choiceOf(state).view}`;
};

/** The stage that is open in the place of the chosen head. */
export function stageOf({ stage }: Pick<Desk, 'stage'>, state: AppState): StageName | null {
  return stage?.over === overOf(state) ? stage.name : null;
}

export function createDesk(): DeskStore {
  const store = createStore<Desk>()(() => ({
    panel: false,
    section: 'heads',
    painting: false,
    joining: false,
    stage: null,
  }));
  const set = store.setState;
  return {
    ...store,
    act: {
      togglePanel: () => set(({ panel }) => ({ panel: !panel })),
      openPanel: (section) => set({ panel: true, section }),
      closePanel: () => set({ panel: false }),
      unfold: (section) => set({ section }),
      paint: (painting) => set({ painting }),
      join: (joining) => set({ joining }),
      openStage: (name, state) =>
        set((desk) => ({
          stage: stageOf(desk, state) === name ? null : { name, over: overOf(state) },
        })),
      closeStage: () => set({ stage: null }),
    },
  };
}
