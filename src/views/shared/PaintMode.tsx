import { FORBID_MODES, type ForbidMode } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import './PaintMode.css';

/** Before softmax or after it, and what that means, on the spot. */
export function PaintMode(props: {
  readonly mode: ForbidMode;
  readonly onMode: (mode: ForbidMode) => void;
  readonly t: Translate<'panel'>;
}) {
  const { mode, onMode, t } = props;
  return (
    <>
      <ToggleGroup
        label={t('panel.mask.mode')}
        value={mode}
        options={FORBID_MODES.map((value) => ({ value, label: t(`panel.mask.mode.${value}`) }))}
        onChange={onMode}
      />
      <p className="pm-help">{t(`panel.mask.modeHelp.${mode}`)}</p>
    </>
  );
}
