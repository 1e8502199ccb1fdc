import { useMemo, useState } from 'react';

/** What is pointed at in several rows of numbers that belong together, index for index. */
export interface SharedPlace {
  readonly at: number | null;
  readonly onAt: (at: number | null) => void;
}

/** One place for the rows of a step. */
export function useSharedPlace(): SharedPlace {
  const [at, onAt] = useState<number | null>(null);
  return useMemo(() => ({ at, onAt }), [at]);
}
