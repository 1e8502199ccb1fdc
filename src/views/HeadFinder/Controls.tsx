import { ATTENTION_KINDS, type AttentionKind, HEAD_MEASURES, RANK_ORDERS } from '../../contract/index.ts';
import { Select, ToggleGroup } from '../../ui/index.ts';
import { KindSign } from '../shared/KindSign.tsx';
import { EffectPart } from './EffectPart.tsx';
import { LinkPickers } from './LinkPickers.tsx';
import type { FinderChoice, HeadFinderProps } from './props.ts';
import type { Found } from './useFound.ts';

interface ControlsProps {
  readonly finder: HeadFinderProps;
  readonly found: Found;
}

/** By what the heads are ranked, from which end, and of which layer. */
export function RankControls({ finder, found }: ControlsProps) {
  const { choice, onChange, t } = finder;
  const change = (patch: Partial<FinderChoice>) => onChange({ ...choice, ...patch });
  const layers = [
    { value: 'all', label: t('finder.allLayers') },
    ...Array.from({ length: found.layers }, (_, layer) => ({
      value: String(layer),
      label: t('figure.layer', { layer: layer + 1 }),
    })),
  ];
  return (
    <div className="hf-controls">
      <Select
        label={t('finder.measure')}
        value={choice.measure}
        options={HEAD_MEASURES.map((value) => ({ value, label: t(`finder.${value}`) }))}
        onChange={(measure) => change({ measure })}
      />
      <ToggleGroup
        label={t('finder.order')}
        value={choice.order}
        options={RANK_ORDERS.map((value) => ({ value, label: t(`finder.${value}`) }))}
        onChange={(order) => change({ order })}
      />
      <Select
        label={t('finder.layer')}
        showLabel={false}
        value={choice.layer === null ? 'all' : String(choice.layer)}
        options={layers}
        onChange={(value) => change({ layer: value === 'all' ? null : Number(value) })}
      />
    </div>
  );
}

/** What the measure says; and what it still has to be told or to measure. */
export function MeasureHelp({ finder, found }: ControlsProps) {
  const { choice, t } = finder;
  return (
    <div className="hf-help">
      <p>{t(`finder.${choice.measure}Help`)}</p>
      {choice.measure === 'link' ? <LinkPickers finder={finder} link={found.link} /> : null}
      {choice.measure === 'effect' ? <EffectPart finder={finder} heads={found.heads} /> : null}
    </div>
  );
}

/** Which kinds of attention are shown: also the key to the signs. */
export function KindBoxes({ finder }: { readonly finder: HeadFinderProps }) {
  const { choice, onChange, t } = finder;
  const toggle = (kind: AttentionKind) => {
    const kinds = ATTENTION_KINDS.filter((one) => choice.kinds.includes(one) !== (one === kind));
    onChange({ ...choice, kinds });
  };
  return (
    <fieldset className="hf-kinds">
      <legend className="only-spoken">{t('finder.kinds')}</legend>
      {ATTENTION_KINDS.map((kind) => (
        <label key={kind} className="hf-kind" data-kind={kind}>
          <input type="checkbox" checked={choice.kinds.includes(kind)} onChange={() => toggle(kind)} />
          <KindSign kind={kind} />
          {t(`finder.kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
