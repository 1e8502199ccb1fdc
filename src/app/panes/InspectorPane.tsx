import { useCallback, useState } from 'react';
import { INSPECT_STEPS, inspectNeeds } from '../../layout/index.ts';
import { choiceOf } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { CellInspector } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { type CellSetting, cellSettingOf } from '../head/viewedPicture.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';
import { mayTakeKeys } from '../shell/keyTarget.ts';
import { see } from '../view/currentView.ts';
import { PaneBody } from './PaneBody.tsx';
import { placeName, questionsOf, useHeadFrames, useLayerMaps, useSizes } from './useHeadNumbers.ts';

function Inspector({ setting }: { readonly setting: CellSetting }) {
  const { act, desk, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const [takesFocus] = useState(() => mayTakeKeys());
  const { palette, inspect } = useApp(choiceOf);
  const sizes = useSizes(setting.kind);
  const step = INSPECT_STEPS[inspect] ?? 'norm';
  const needed = questionsOf(setting, inspectNeeds(step), sizes);
  // The other steps are made of these; whoever goes on shall not have to wait.
  const soon = INSPECT_STEPS.flatMap((name) => questionsOf(setting, inspectNeeds(name), sizes));
  const asked = useQuestion({ setting, place: placeName(setting), needed, soon });
  const { kind, layer, head, viewed, queryTokens, keyTokens, cell } = asked.setting;
  const frames = useHeadFrames(asked.known, asked.setting, viewed, sizes.encoderLayers);
  const weights = useLayerMaps(asked.known, kind, layer, sizes.heads);
  const { query } = cell;
  const onForbid = useCallback(
    (key: number, forbid: boolean) =>
      act.forbidToken({ kind, layer, heads: [head] }, { query, key }, forbid ? 'before' : null),
    [act, kind, layer, head, query],
  );
  const to = (view: 'heatmap' | 'matrices') => act.choose(see(view, choiceOf(store.getState())));
  return (
    <PaneBody busy={asked.status === 'waiting'} failure={asked.failure} onAgain={asked.again}>
      <CellInspector
        kind={kind}
        layer={layer}
        head={head}
        cell={cell}
        queryTokens={queryTokens}
        keyTokens={keyTokens}
        frames={frames}
        weights={weights}
        encoderLayers={sizes.encoderLayers}
        changes={viewed.changes}
        step={step}
        onStep={(name) => act.choose({ inspect: INSPECT_STEPS.indexOf(name) }, 'inspect')}
        onMatrices={() => to('matrices')}
        onClose={() => to('heatmap')}
        {...(viewed.side === 'after' && { onForbid })}
        takesFocus={takesFocus}
        theme={theme}
        palette={palette}
        t={t}
        {...(step === 'scale' && {
          leadsTo: (
            <Button label={t('cell.scale')} icon="flask" onPress={() => desk.act.openPanel('scale')} />
          ),
        })}
      />
    </PaneBody>
  );
}

/** One number of the chosen head, followed step by step. */
export function InspectorPane() {
  const setting = useApp(cellSettingOf);
  return setting && <Inspector setting={setting} />;
}
