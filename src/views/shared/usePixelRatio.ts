import { useCallback, useSyncExternalStore } from 'react';

/** Device pixels per CSS px, kept up to date when the window moves to another screen. */
export function usePixelRatio(): number {
  const subscribe = useCallback((changed: () => void) => {
    let list = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const next = () => {
      list = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
      list.addEventListener('change', next, { once: true });
      changed();
    };
    list.addEventListener('change', next, { once: true });
    return () => list.removeEventListener('change', next);
  }, []);
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio);
}
