import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  // A query matches one ratio only, so each change needs a new one.
  let query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const listen = () => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed, { once: true });
  };
  const changed = () => {
    listen();
    onChange();
  };
  query.addEventListener('change', changed, { once: true });
  return () => query.removeEventListener('change', changed);
}

/** Device pixels for one CSS px; follows the browser's zoom and the screen the window is on. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio);
}
