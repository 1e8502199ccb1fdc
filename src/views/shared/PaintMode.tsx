import { FORBID_MODES, type ForbidMode } from '../../contract/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import './PaintMode.css';

export interface PaintModeWords {
  readonly mode: string;
  readonly modeName: (mode: ForbidMode) => string;
  /** What the mode does, in a line. */
  readonly modeHelp: (mode: ForbidMode) => string;
}

/** Before softmax or after it, and what that means, on the spot. */
export function PaintMode(props: {
  readonly mode: ForbidMode;
  readonly onMode: (mode: ForbidMode) => void;
  readonly words: PaintModeWords;
}) {
  const { mode, onMode, words } = props;
  return (
    <>
      <ToggleGroup
        label={words.mode}
        value={mode}
        options={FORBID_MODES.map((value) => ({ value, label: words.modeName(value) }))}
        onChange={onMode}
      />
      <p className="pm-help">{words.modeHelp(mode)}</p>
    </>
  );
}
