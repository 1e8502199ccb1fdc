import { ROWS_AS } from '../../contract/index.ts';
import { choiceOf } from '../../state/index.ts';
import { Button, ToggleGroup } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';

/** Beneath rows that are read together: their mean or their sum, and the way back to one. */
export function RowsBar() {
  const t = useWords();
  const { act } = useHeadlight();
  const rowsAs = useApp((state) => choiceOf(state).rowsAs);
  return (
    <div className="app-rows">
      <ToggleGroup
        label={t('pooling.rows')}
        value={rowsAs}
        options={ROWS_AS.map((value) => ({ value, label: t(`pooling.rowsAs.${value}`) }))}
        onChange={(value) => act.choose({ rowsAs: value })}
      />
      <Button
        label={t('pooling.rows.clear')}
        icon="close"
        iconOnly
        look="quiet"
        onPress={() => act.choose({ rows: [] })}
      />
    </div>
  );
}
