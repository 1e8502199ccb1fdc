import { MASKS, type Mask } from '../../contract/index.ts';
import { changesAt, headSetOf } from '../../layout/index.ts';
import { Button, NumberField, Select, Switch } from '../../ui/index.ts';
import { PaintMode } from '../shared/PaintMode.tsx';
import { headOf } from './notes.ts';
import type { ChangePanelProps } from './props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

type AnyMask = Mask | 'own';
const ALL: readonly AnyMask[] = ['own', ...MASKS];
const SIZED: readonly AnyMask[] = ['padding', 'window', 'block'];
const FIRST_SIZE = 3;
const MOST_SIZE = 99;

/** The mask that holds, its size, and what it does. */
function MaskChoice(props: ChangePanelProps) {
  const { at, changes, scope, onPut, onTake } = props;
  const words = props.words.mask;
  const set = headSetOf(scope, at);
  const now = changesAt(changes, 'mask', headOf(props)).at(-1);
  const mask: AnyMask = now?.mask ?? 'own';
  const size = now?.size ?? FIRST_SIZE;
  const put = (next: Mask, of: number) => onPut({ type: 'mask', ...set, mask: next, size: of });
  // The decoder's own is causal already; the others' own is none.
  const options = ALL.filter((one) => one !== (at.kind === 'decoder' ? 'causal' : 'none'));
  return (
    <>
      <Select
        label={words.which}
        value={mask}
        options={options.map((one) => ({ value: one, label: words.mask(one, at.kind) }))}
        onChange={(next) => (next === 'own' ? onTake('mask', set) : put(next, Math.max(1, size)))}
      />
      {mask !== 'own' && SIZED.includes(mask) && (
        <NumberField
          label={words.size(mask)}
          value={size}
          min={mask === 'window' ? 0 : 1}
          max={MOST_SIZE}
          lessLabel={props.words.step.less}
          moreLabel={props.words.step.more}
          onChange={(next) => put(mask, next)}
        />
      )}
      <p className="cp-help">{words.help(mask, at.kind, size)}</p>
    </>
  );
}

/** Which words a query may not read: by a mask, or cell by cell. */
export function MaskSection(props: ChangePanelProps) {
  const { at, changes, scope, painting, onTake } = props;
  const words = props.words.mask;
  const painted = changesAt(changes, 'forbid', headOf(props)).length > 0;
  return (
    <>
      <p className="cp-about">{words.about}</p>
      <ScopeChoice {...props} />
      <MaskChoice {...props} />
      <h4 className="cp-sub">{words.painted}</h4>
      <div className="cp-row">
        <Switch label={words.paint} on={painting.on} onChange={painting.onPaint} />
        <Button
          label={words.clear}
          look="quiet"
          disabled={!painted}
          onPress={() => onTake('forbid', headSetOf(scope, at))}
        />
      </div>
      <PaintMode mode={painting.mode} onMode={painting.onMode} words={words} />
      {painting.on && <p className="cp-help">{words.paintHelp}</p>}
    </>
  );
}
