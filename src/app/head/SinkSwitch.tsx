import { choiceOf } from '../../state/index.ts';
import { Switch } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';

/** Whether the columns that gather weight for want of anything to read are drawn, and one sentence why they do. */
export function SinkSwitch() {
  const t = useWords();
  const { act } = useHeadlight();
  const sink = useApp((state) => choiceOf(state).sink);
  return (
    <div className="app-sink">
      <Switch
        label={t('pooling.sinkSwitch')}
        on={sink === 'shown'}
        onChange={(on) => act.choose({ sink: on ? 'shown' : 'hidden' })}
      />
      <details>
        <summary>{t('pooling.sinkWhy')}</summary>
        <p>{t('pooling.sinkBecause')}</p>
      </details>
    </div>
  );
}
