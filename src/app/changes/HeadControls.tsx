import { useEffect, useRef } from 'react';
import { chosenOf, isChanged } from '../../state/index.ts';
import { Button, useMedia } from '../../ui/index.ts';
import { HeadSwitch, PaintBar } from '../../views/index.ts';
import { useApp, useDesk, useHeadlight, useWords } from '../context.tsx';
import { headTitle } from '../head/headTitle.ts';
import { commonState, headViewsOf, performHeadAct } from './headActs.ts';

/** Enough room for more than a menu beside the title. */
export const WIDE = '(width >= 1600px)';
/** Beside a title there is room for buttons with words. */
const WORDED = '(width >= 1160px)';

/**
 * Beside the title, as soon as anything is changed or about to be: the chosen heads off, and back on. On a phone the
 * panel and the thumbnail's own menu must do.
 */
export function ChosenSwitch({ compact }: { readonly compact: boolean }) {
  const { act } = useHeadlight();
  const t = useWords();
  const chosen = useApp(chosenOf);
  const stateOf = useApp(headViewsOf);
  const panel = useDesk((desk) => desk.panel);
  const changed = useApp(isChanged);
  const wide = useMedia(WIDE);
  if (compact || (!panel && !changed)) return null;
  return (
    <HeadSwitch
      state={commonState(stateOf, chosen)}
      name={headTitle(t, chosen, false, { depth: 'layer', ahead: false })}
      onAct={(what) => performHeadAct(act, what, chosen)}
      t={t}
      compact={!wide}
    />
  );
}

/** Opens and closes the panel in which the model is changed; has the focus again when that goes with it. */
export function ChangeButton({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const { desk } = useHeadlight();
  const panel = useDesk((open) => open.panel);
  const worded = useMedia(WORDED);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(panel);
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (was.current && !panel && lost) button.current?.focus();
    was.current = panel;
  }, [panel]);
  return (
    <Button
      ref={button}
      label={t('panel.open')}
      title={t('panel.openHelp')}
      icon="flask"
      iconOnly={compact || !worded}
      keys="e"
      pressed={panel}
      onPress={desk.act.togglePanel}
    />
  );
}

/** In the place of the tabs while cells are painted and the panel is closed: the picture beneath stays where it is. */
export function PaintingBar() {
  const { act, desk } = useHeadlight();
  const t = useWords();
  const shown = useDesk(({ painting, panel }) => painting && !panel);
  const mode = useApp(({ brush }) => brush.mode);
  if (!shown) return null;
  return (
    <PaintBar
      mode={mode}
      onMode={(next) => act.setBrush({ mode: next })}
      onDone={() => desk.act.paint(false)}
      t={t}
    />
  );
}
