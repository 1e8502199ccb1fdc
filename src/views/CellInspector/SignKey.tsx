import { useMemo } from 'react';
import { signedGradient } from '../shared/signedGradient.ts';
import type { StepSetting } from './props.ts';

/** What the colours of strips and bars say: which side of 0 a number is on. */
export function SignKey({ setting }: { readonly setting: StepSetting }) {
  const { theme, palette, t } = setting;
  const background = useMemo(() => signedGradient(theme, palette), [theme, palette]);
  return (
    <span className="ci-signs" role="img" aria-label={t('inspect.signs')} title={t('inspect.signs')}>
      <span>−</span>
      <span className="ci-sign-bar" style={{ background }} />
      <span>+</span>
    </span>
  );
}
