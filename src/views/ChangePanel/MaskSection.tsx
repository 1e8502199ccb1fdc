import {
  type AttentionKind,
  hasSize,
  headSetOf,
  leastSize,
  MASKS,
  type Mask,
  ownMasks,
} from '../../contract/index.ts';
import { Button, NumberField, Select, Switch } from '../../ui/index.ts';
import { PaintMode } from '../shared/PaintMode.tsx';
import { commonOf, MIXED, shownMask } from './notes.ts';
import type { ChangePanelProps } from './props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

type AnyMask = Mask | 'own';
interface Option {
  readonly value: AnyMask | typeof MIXED;
  readonly label: string;
}
const ALL: readonly AnyMask[] = ['own', ...MASKS];
const FIRST_SIZE = 3;
const MOST_SIZE = 99;

/** The kind's own mask by name: causal, or none. */
const maskName = (mask: AnyMask, kind: AttentionKind) =>
  mask === 'own' && ownMasks(kind).length > 0 ? 'ownCausal' : mask;

/** The mask that holds, its size, and what it does. */
function MaskChoice(props: ChangePanelProps) {
  const { at, scope, onPut, onTake, t } = props;
  const set = headSetOf(scope, at);
  const mask = commonOf(props, (meaning, kind): AnyMask => shownMask(meaning, kind)?.mask ?? 'own');
  const sizes = commonOf(props, (meaning, kind) => shownMask(meaning, kind)?.size ?? FIRST_SIZE);
  const size = sizes === MIXED ? FIRST_SIZE : sizes;
  const own = ownMasks(at.kind);
  const put = (next: Mask, of: number) => onPut({ type: 'mask', ...set, mask: next, size: of });
  // What it is by itself it need not be made: causal in the decoder, without a mask elsewhere.
  const isOwn = (one: AnyMask) => (one === 'none' ? own.length === 0 : own.some((held) => held.mask === one));
  const options = ALL.filter((one) => !isOwn(one)).map((one): Option => {
    return { value: one, label: t(`panel.mask.${maskName(one, at.kind)}`) };
  });
  return (
    <>
      <Select
        label={t('panel.mask.which')}
        value={mask}
        options={mask === MIXED ? [...options, { value: MIXED, label: t('panel.mixed') }] : options}
        onChange={(next) => {
          if (next === 'own') onTake('mask', set);
          else if (next !== MIXED) put(next, Math.max(1, size));
        }}
      />
      {mask !== 'own' && mask !== MIXED && hasSize(mask) && (
        <NumberField
          label={t(`panel.mask.size.${mask}`)}
          value={size}
          min={leastSize(mask) ?? 0}
          max={MOST_SIZE}
          lessLabel={t('panel.less')}
          moreLabel={t('panel.more')}
          onChange={(next) => put(mask, next)}
        />
      )}
      {mask !== MIXED && (
        <p className="cp-help">{t(`panel.mask.help.${maskName(mask, at.kind)}`, { count: size })}</p>
      )}
    </>
  );
}

/** Which words a query may not read: by a mask, or cell by cell. */
export function MaskSection(props: ChangePanelProps) {
  const { at, scope, painting, onTake, t } = props;
  const unpainted =
    commonOf(props, ({ forbidden }) => (forbidden.length > 0 ? 'painted' : 'none')) === 'none';
  return (
    <>
      <p className="cp-about">{t('panel.mask.about')}</p>
      <ScopeChoice {...props} />
      <MaskChoice {...props} />
      <h4 className="cp-sub">{t('panel.mask.painted')}</h4>
      <div className="cp-row">
        <Switch label={t('panel.mask.paint')} on={painting.on} onChange={painting.onPaint} />
        <Button
          label={t('panel.mask.clear')}
          look="quiet"
          disabled={unpainted}
          onPress={() => onTake('forbid', headSetOf(scope, at))}
        />
      </div>
      <PaintMode mode={painting.mode} onMode={painting.onMode} t={t} />
      {painting.on && <p className="cp-help">{t('panel.mask.paintHelp')}</p>}
    </>
  );
}
