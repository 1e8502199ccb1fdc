import { useId, useMemo } from 'react';
import type { Token } from '../../contract/index.ts';
import {
  joinTokens,
  type LinkEnd,
  linkBetween,
  linkEnds,
  occurrence,
  type WordLink,
} from '../../layout/index.ts';
import { spokenOf } from '../shared/marks.ts';
import type { HeadFinderProps } from './props.ts';

const valueOfEnd = ({ side, word }: LinkEnd) => `${side} ${word}`;

function endOf(value: string): LinkEnd {
  const [side, word] = value.split(' ');
  return { side: side === 'target' ? 'target' : 'source', word: Number(word) };
}

/** Each word once for the picker; of several equal ones, which one it is. */
function namesOf(tokens: readonly Token[], t: HeadFinderProps['t']): readonly string[] {
  const names = spokenOf(joinTokens(tokens), t);
  return names.map((name, i) => {
    const nth = occurrence(names, i);
    return nth > 0 ? t('finder.wordNumber', { word: name, n: nth }) : name;
  });
}

interface PickerProps {
  readonly label: string;
  readonly showLabel: boolean;
  readonly end: LinkEnd;
  readonly groups: readonly {
    readonly side: LinkEnd['side'];
    readonly label: string;
    readonly names: readonly string[];
  }[];
  readonly onPick: (end: LinkEnd) => void;
}

function Picker({ label, showLabel, end, groups, onPick }: PickerProps) {
  const id = useId();
  return (
    <span className="hf-picker">
      <label className={showLabel ? 'ui-label' : 'only-spoken'} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="ui-select"
        value={valueOfEnd(end)}
        onChange={(event) => onPick(endOf(event.currentTarget.value))}
      >
        {groups.map((group) => (
          <optgroup key={group.side} label={group.label}>
            {group.names.map((name, word) => (
              <option
                key={valueOfEnd({ side: group.side, word })}
                value={valueOfEnd({ side: group.side, word })}
              >
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}

/** The two words of a link. A word of the source reads the source alone, so then only its words can be picked. */
export function LinkPickers({ finder, link }: { readonly finder: HeadFinderProps; readonly link: WordLink }) {
  const { picture, choice, onChange, t } = finder;
  const [from, to] = linkEnds(link);
  const english = useMemo(
    () => ({ side: 'source', label: t('finder.english'), names: namesOf(picture.source, t) }) as const,
    [picture.source, t],
  );
  const french = useMemo(
    () => ({ side: 'target', label: t('finder.french'), names: namesOf(picture.target, t) }) as const,
    [picture.target, t],
  );
  const pick = (a: LinkEnd, b: LinkEnd) => onChange({ ...choice, link: linkBetween(a, b) });
  return (
    <div className="hf-pickers">
      <Picker
        label={t('finder.from')}
        showLabel={false}
        end={from}
        groups={[english, french]}
        onPick={(end) => pick(end, to)}
      />
      <Picker
        label={t('finder.to')}
        showLabel
        end={to}
        groups={from.side === 'source' ? [english] : [english, french]}
        onPick={(end) => pick(from, end)}
      />
    </div>
  );
}
