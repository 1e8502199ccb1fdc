import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ShowRequest } from '../../contract/index.ts';
import { useHeadlight } from '../context.tsx';
import type { Peeked } from '../session/questions/peeks.ts';

const NOTHING: Peeked = { picture: null, failure: null };

/** The picture of another sentence; null while it is on its way, and for no request. */
export function usePeek(request: ShowRequest | null): Peeked & { readonly again: () => void } {
  const { peeks } = useHeadlight();
  const key = JSON.stringify(request);
  const asked = useMemo((): ShowRequest | null => JSON.parse(key), [key]);
  const peeked = useSyncExternalStore(peeks.subscribe, () => (asked ? peeks.of(asked) : NOTHING));
  const failed = peeked.failure !== null;
  useEffect(() => (asked && !failed ? peeks.want(asked) : undefined), [peeks, asked, failed]);
  return { ...peeked, again: () => asked && peeks.again(asked) };
}
