import { useApp } from '../context.tsx';
import { explorerAddress } from './shareLink.ts';

/** Address of the explorer with what is on screen here. */
export function useExplorerLink(): string {
  return useApp((state) => explorerAddress(state, window.location.href));
}
