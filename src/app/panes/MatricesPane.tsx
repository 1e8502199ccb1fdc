import { useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import { MATRIX_NEEDS } from '../../layout/index.ts';
import { choiceOf, relevelCell } from '../../state/index.ts';
import { MatrixView } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type HeadSetting, headSettingOf } from '../head/viewedPicture.ts';
import { mayTakeKeys } from '../shell/keyTarget.ts';
import { see } from '../view/currentView.ts';
import { PaneBody } from './PaneBody.tsx';
import { placeName, questionsOf, useLayerMaps, useSizes } from './useHeadNumbers.ts';
import { useSettled } from './useSettled.ts';

function Matrices({ setting }: { readonly setting: HeadSetting }) {
  const { act, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const [takesFocus] = useState(() => mayTakeKeys());
  const { palette } = useApp(choiceOf);
  const sizes = useSizes(setting.kind);
  const needed = questionsOf(setting, { needs: MATRIX_NEEDS, weights: 'own' }, sizes);
  const settled = useSettled(setting, placeName(setting), needed);
  const { kind, layer, head, viewed, queryTokens, keyTokens } = settled.setting;
  const weights = useLayerMaps(settled.answers, kind, layer, sizes.heads);
  const follow = (piece: Cell) => {
    const choice = choiceOf(store.getState());
    const cell = relevelCell(piece, kind, 'piece', choice.level, viewed.picture);
    act.choose({ ...see('cell', choice), cell });
  };
  return (
    <PaneBody busy={!settled.ready} failure={settled.answers.failure} onAgain={settled.again}>
      <MatrixView
        kind={kind}
        layer={layer}
        head={head}
        queryTokens={queryTokens}
        keyTokens={keyTokens}
        frames={settled.answers.frames}
        weights={weights}
        encoderLayers={sizes.encoderLayers}
        changes={viewed.changes}
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
