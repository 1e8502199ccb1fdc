import { useEffect, useMemo } from 'react';
import { choiceOf } from '../../state/index.ts';
import { LogitLens } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { PaneBody } from './PaneBody.tsx';
import { useSettled } from './useSettled.ts';

const NEEDED = [{ type: 'lens' }] as const;

function Lens({ viewed }: { readonly viewed: Viewed }) {
  const { memory } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const endId = useApp((state) => state.card?.info.endId ?? null);
  const settled = useSettled(
    useMemo(() => ({ viewed }), [viewed]),
    '',
    NEEDED,
  );
  const { target, steps } = settled.setting.viewed;
  useEffect(() => () => memory.setState({ pointedRow: null }), [memory]);
  return (
    <PaneBody busy={!settled.ready} failure={settled.answers.failure} onAgain={settled.again}>
      <LogitLens
        lens={settled.answers.lens}
        target={target}
        steps={steps}
        endId={endId}
        onPoint={(pointedRow) => memory.setState({ pointedRow })}
        lang="fr"
        theme={theme}
        palette={palette}
        t={t}
      />
    </PaneBody>
  );
}

/** What each layer of the decoder would write. */
export function LensPane() {
  const viewed = useApp(viewedOf);
  return viewed && <Lens viewed={viewed} />;
}
