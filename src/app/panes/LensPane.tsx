import { useEffect } from 'react';
import { choiceOf } from '../../state/index.ts';
import { LogitLens } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { subjectOf } from '../session/questions/question.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';
import { PaneBody } from './PaneBody.tsx';

const lensQuestion = ({ picture, side }: Viewed) => ({ type: 'lens', of: subjectOf(picture, side) }) as const;

function Lens({ viewed }: { readonly viewed: Viewed }) {
  const { memory } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const endId = useApp((state) => state.card?.info.endId ?? null);
  const asked = useQuestion({ setting: viewed, place: viewed.side, needed: [lensQuestion(viewed)] });
  const { target, steps } = asked.setting;
  useEffect(() => () => memory.setState({ pointedRow: null }), [memory]);
  return (
    <PaneBody busy={asked.status === 'waiting'} failure={asked.failure} onAgain={asked.again}>
      <LogitLens
        lens={asked.known(lensQuestion(asked.setting))}
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
