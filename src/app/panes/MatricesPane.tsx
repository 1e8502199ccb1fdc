import { useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import { MATRIX_NEEDS } from '../../layout/index.ts';
import { choiceOf, relevelCell } from '../../state/index.ts';
import { MatrixView } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type HeadSetting, headSettingOf } from '../head/viewedPicture.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';
import { mayTakeKeys } from '../shell/keyTarget.ts';
import { see } from '../view/currentView.ts';
import { PaneBody } from './PaneBody.tsx';
import { placeName, questionsOf, useHeadFrames, useLayerMaps, useSizes } from './useHeadNumbers.ts';

function Matrices({ setting }: { readonly setting: HeadSetting }) {
  const { act, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const [takesFocus] = useState(() => mayTakeKeys());
  const { palette, matrixWords, cell, level } = useApp(choiceOf);
  const sizes = useSizes(setting.kind);
  const needed = questionsOf(setting, { needs: MATRIX_NEEDS, weights: 'own' }, sizes);
  const asked = useQuestion({ setting, place: placeName(setting), needed });
  const { kind, layer, head, viewed, queryTokens, keyTokens } = asked.setting;
  const frames = useHeadFrames(asked.known, asked.setting, viewed, sizes.encoderLayers);
  const weights = useLayerMaps(asked.known, kind, layer, sizes.heads);
  const follow = (piece: Cell) => {
    const choice = choiceOf(store.getState());
    const cell = relevelCell(piece, kind, 'piece', choice.level, viewed.picture);
    act.choose({ ...see('cell', choice), cell });
  };
  return (
    <PaneBody busy={asked.status === 'waiting'} failure={asked.failure} onAgain={asked.again}>
      <MatrixView
        kind={kind}
        layer={layer}
        head={head}
        queryTokens={queryTokens}
        keyTokens={keyTokens}
        frames={frames}
        weights={weights}
        encoderLayers={sizes.encoderLayers}
        changes={viewed.changes}
        words={matrixWords}
        onWords={(words) => act.set({ matrixWords: words })}
        pinned={cell && relevelCell(cell, kind, level, 'piece', viewed.picture)}
        takesFocus={takesFocus}
        theme={theme}
        palette={palette}
        t={t}
        onCell={follow}
        onClose={() => act.choose(see('heatmap', choiceOf(store.getState())))}
      />
    </PaneBody>
  );
}

/** The chosen head as the lecture's matrices. */
export function MatricesPane() {
  const setting = useApp(headSettingOf);
  return setting && <Matrices setting={setting} />;
}
