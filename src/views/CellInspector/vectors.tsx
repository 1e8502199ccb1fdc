import type { ReactNode } from 'react';
import { largestSize, type Maths, type Vector } from '../../layout/index.ts';
import { Formula } from '../shared/Formula.tsx';
import type { StepSetting } from './props.ts';

/** A letter of the lecture, and the word it belongs to. */
export function Letter(props: {
  readonly setting: StepSetting;
  readonly of: Maths;
  readonly word?: string;
}): ReactNode {
  const { setting, of, word = '' } = props;
  return (
    <>
      <Formula of={of} t={setting.t} />
      {word !== '' && <bdi title={word}>{setting.t('inspect.quoted', { word })}</bdi>}
    </>
  );
}

/** One full colour for several vectors, so that they compare. */
export function commonLimit(...vectors: readonly Vector[]): number {
  return Math.max(...vectors.map((vector) => largestSize(vector.values)));
}
