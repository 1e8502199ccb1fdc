import type { OffWay } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { MenuItem } from '../../ui/index.ts';

/** What became of a head. */
export interface ShownHeadState {
  /** Only from view: the model still uses it. */
  readonly hidden: boolean;
  /** In the model: what it gives instead of its output; null while it is on. */
  readonly off: OffWay | null;
  /** Whether its pattern differs from the unchanged model's. */
  readonly changed: boolean;
}

/** A head as it was trained, in view. */
export const HEAD_ON: ShownHeadState = { hidden: false, off: null, changed: false };

/**
 * What a person asks of a head: `off` and `on` change the model, `hide` and `show` only the view. `others`: all but
 * this one in its layer.
 */
export type HeadAct =
  | { readonly type: 'off'; readonly way: OffWay; readonly of: 'head' | 'others' | 'layer' | 'kind' }
  | { readonly type: 'on'; readonly of: 'head' | 'layer' | 'kind' }
  | { readonly type: 'hide' }
  | { readonly type: 'show' };

/** Says what became of a head, and names what can be done to it. */
type Say = Translate<'changed'>;

/** What is said of a head besides its name. */
export function stateWords({ off, hidden, changed }: ShownHeadState, t: Say): readonly string[] {
  return [
    ...(off ? [t(`changed.off.${off}`)] : []),
    ...(hidden ? [t('changed.hidden')] : []),
    ...(changed ? [t('changed.differs')] : []),
  ];
}

const NAMES = {
  zero: { type: 'off', way: 'zero', of: 'head' },
  mean: { type: 'off', way: 'mean', of: 'head' },
  first: { type: 'off', way: 'first', of: 'head' },
  onlyThis: { type: 'off', way: 'zero', of: 'others' },
  layerOff: { type: 'off', way: 'zero', of: 'layer' },
  kindOff: { type: 'off', way: 'zero', of: 'kind' },
  backOn: { type: 'on', of: 'head' },
  layerOn: { type: 'on', of: 'layer' },
  kindOn: { type: 'on', of: 'kind' },
  hide: { type: 'hide' },
  show: { type: 'show' },
} as const satisfies Record<string, HeadAct>;
type ActName = keyof typeof NAMES;

/** What a menu item asks. */
export function actOf(id: string): HeadAct | null {
  return Object.hasOwn(NAMES, id) ? NAMES[id as ActName] : null;
}

/** What the keys on a thumbnail ask: `x` switches it off and on, `h` hides and shows it. */
export function actOfKey(key: string, state: ShownHeadState): HeadAct | null {
  if (key === 'x') return state.off === null ? NAMES.zero : NAMES.backOn;
  if (key === 'h') return state.hidden ? NAMES.show : NAMES.hide;
  return null;
}

/** A head's menu: what is off can come back on, and the ways of being off are marked. */
export function headMenu(state: ShownHeadState, t: Say): readonly MenuItem[] {
  const way = (name: OffWay): MenuItem => ({
    id: name,
    label: t(`changed.switchOff.${name}`),
    checked: state.off === name,
    ...(name === 'zero' && state.off === null ? { keys: 'x' } : {}),
  });
  const back: readonly MenuItem[] = [
    ...(state.off === null ? [] : [{ id: 'backOn', label: t('changed.backOn'), keys: 'x' }]),
    { id: 'layerOn', label: t('changed.layerOn') },
    { id: 'kindOn', label: t('changed.kindOn') },
  ];
  return [
    way('zero'),
    way('mean'),
    way('first'),
    { id: 'onlyThis', label: t('changed.onlyThis'), divided: true },
    { id: 'layerOff', label: t('changed.layerOff') },
    { id: 'kindOff', label: t('changed.kindOff') },
    ...back.map((item, i) => (i === 0 ? { ...item, divided: true } : item)),
    state.hidden
      ? { id: 'show', label: t('changed.show'), keys: 'h', divided: true }
      : { id: 'hide', label: t('changed.hide'), keys: 'h', divided: true },
  ];
}
