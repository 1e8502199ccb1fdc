import { CHANGE_SCOPES } from '../../layout/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import type { ChangePanelProps } from './props.ts';

/** How far what is done here reaches; one choice for all sections that are about heads. */
export function ScopeChoice({ at, scope, onScope, words }: ChangePanelProps) {
  return (
    <ToggleGroup
      label={words.scope}
      showLabel
      value={scope}
      options={CHANGE_SCOPES.map((value) => ({ value, label: words.scopeName(value, at.heads.length) }))}
      onChange={onScope}
    />
  );
}
