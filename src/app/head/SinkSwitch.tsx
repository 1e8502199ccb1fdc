import { choiceOf } from '../../state/index.ts';
import { Popover, Switch } from '../../ui/index.ts';
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
      <Popover label={t('pooling.sinkWhy')} look="quiet">
        <p className="app-because">{t('pooling.sinkBecause')}</p>
      </Popover>
    </div>
  );
}
