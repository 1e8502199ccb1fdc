import { useState } from 'react';
import { SHOWNS, type Shown, type StageName } from '../../../src/contract/index.ts';
import { ToggleGroup } from '../../../src/ui/index.ts';
import { StageHeat } from '../../../src/views/index.ts';
import { sceneOf } from '../views/scenes.ts';
import { stageOf } from './changeScene.ts';
import { t, theme } from './changeSetup.ts';

const STAGES = [
  ['encoder.2.self.afterAttention', [14, 192]],
  ['encoder.2.feedForward', [14, 192]],
  ['encoder.2.self.q', [8, 14, 24]],
] as const;

export function Stage() {
  const [name, setName] = useState<StageName>('encoder.2.feedForward');
  const [shown, setShown] = useState<Shown>('after');
  const shape = STAGES.find(([stage]) => stage === name)?.[1] ?? [14, 192];
  return (
    <main className="gc-stage">
      <h1 className="only-spoken">Headlight</h1>
      <ToggleGroup
        label="View of the change"
        value={shown}
        options={SHOWNS.map((value) => ({ value, label: value }))}
        onChange={setShown}
      />
      <StageHeat
        after={stageOf(name, shape, 1)}
        before={stageOf(name, shape, 1.01)}
        shown={shown}
        tokens={sceneOf('lecture', 'encoder').queries}
        kind="encoder"
        theme={theme}
        palette="hue"
        stages={STAGES.map(([stage]) => stage)}
        onStage={setName}
        onClose={() => {}}
        t={t}
      />
    </main>
  );
}
