import { useState } from 'react';
import { DEPTHS, SINKS } from '../../contract/index.ts';
import { choiceOf } from '../../state/index.ts';
import { Section, Switch, ToggleGroup } from '../../ui/index.ts';
import { useApp, useDesk, useHeadlight, useWords } from '../context.tsx';
import { poolingNote } from './poolingWords.ts';
import { RowsBar } from './RowsBar.tsx';

/** The two weights that need no gradient. */
const WEIGHED = ['pattern', 'value'] as const;

/** What a way of looking means, once it is chosen. */
function Help({ on, text }: { readonly on: boolean; readonly text: string }) {
  return on ? <p className="app-quiet">{text}</p> : null;
}

/** Rows read together: by a click each while this is on, or with Shift. */
function Rows() {
  const t = useWords();
  const { desk } = useHeadlight();
  const joining = useDesk((open) => open.joining);
  const some = useApp((state) => choiceOf(state).rows.length > 0);
  return (
    <>
      <Switch label={t('pooling.rows.join')} on={joining} onChange={desk.act.join} />
      <p className="app-quiet">{t('pooling.rows.help')}</p>
      {some ? <RowsBar /> : null}
    </>
  );
}

/** Many layers or words as one picture, and what else a cell's colour can be: folded away until somebody asks. */
export function PoolingSettings() {
  const t = useWords();
  const { act } = useHeadlight();
  const { depth, sink, weigh } = useApp(choiceOf);
  const note = useApp((state) => poolingNote(t, state));
  const [open, setOpen] = useState(false);
  const weighed = weigh === 'value' ? 'value' : 'pattern';
  return (
    <div className="app-pooling">
      <Section title={t('pooling.title')} note={open ? null : note} open={open} onToggle={setOpen}>
        <ToggleGroup
          label={t('pooling.depth')}
          showLabel
          value={depth}
          options={DEPTHS.map((value) => ({ value, label: t(`pooling.depth.${value}`) }))}
          onChange={(value) => act.choose({ depth: value })}
        />
        <Help
          on={depth !== 'layer'}
          text={t(depth === 'rollout' ? 'pooling.depth.rolloutHelp' : 'pooling.depth.help')}
        />
        <ToggleGroup
          label={t('pooling.sinkLabel')}
          showLabel
          value={sink}
          options={SINKS.map((value) => ({ value, label: t(`pooling.sink.${value}`) }))}
          onChange={(value) => act.choose({ sink: value })}
        />
        <Help on={sink === 'hidden'} text={t('pooling.sink.help')} />
        <ToggleGroup
          label={t('pooling.weigh')}
          showLabel
          value={weighed}
          options={WEIGHED.map((value) => ({ value, label: t(`pooling.weigh.${value}`) }))}
          onChange={(value) => act.choose({ weigh: value })}
        />
        <Help on={weighed === 'value'} text={t('pooling.weigh.help')} />
        <Rows />
      </Section>
    </div>
  );
}
