import { CHANGE_SCOPES, type ChangeScope } from '../../contract/index.ts';
import { ToggleGroup } from '../../ui/index.ts';
import type { ChangePanelProps } from './props.ts';

/** How far what is done here reaches; one choice for all sections that are about heads. */
export function ScopeChoice({ at, scope, onScope, t }: ChangePanelProps) {
  const scopeName = (value: ChangeScope) =>
    value === 'head' ? t('panel.scope.head', { count: at.heads.length }) : t(`panel.scope.${value}`);
  return (
    <ToggleGroup
      label={t('panel.scope')}
      showLabel
      value={scope}
      options={CHANGE_SCOPES.map((value) => ({ value, label: scopeName(value) }))}
      onChange={onScope}
    />
  );
}
