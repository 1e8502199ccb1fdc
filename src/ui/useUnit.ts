import { useSyncExternalStore } from 'react';

/** What `theme.css` calls 1rem where nothing is enlarged, CSS px. */
const PLAIN_REM_PX = 16;

const read = (): number => {
  const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(px) && px > 0 ? px / PLAIN_REM_PX : 1;
};

/** The window's size decides, and what the root says of itself (`data-presenting`). */
const subscribe = (changed: () => void): (() => void) => {
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributes: true });
  window.addEventListener('resize', changed);
  return () => {
    root.disconnect();
    window.removeEventListener('resize', changed);
  };
};

/**
 * CSS px of what is drawn one px wide at 1280×720: 1 there, 1.5 at 1920×1080, as `theme.css` says for everything
 * measured in rem. For pictures whose sizes are computed.
 */
export function useUnit(): number {
  return useSyncExternalStore(subscribe, read);
}
