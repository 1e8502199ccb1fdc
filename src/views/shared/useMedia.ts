import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

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
