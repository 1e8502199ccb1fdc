import {
  type ChoiceActions,
  FIELD_NAMES,
  FIELDS,
  type HeadlightStore,
  type Link,
  linkOf,
  parseLink,
} from '../../state/index.ts';

/** Browsers slow down pages that rewrite their address many times a second. */
const WRITE_AFTER_MS = 300;

/** The whole address of a link on this page; what the query says besides the state stays. */
export function addressOf(link: Link, page: string): string {
  const url = new URL(page);
  for (const name of FIELD_NAMES)
    if (FIELDS[name].place === 'query') url.searchParams.delete(FIELDS[name].key);
  const rest = url.searchParams.toString();
  const own = link.search.replace(/^\?/, '');
  const query = [rest, own].filter((part) => part !== '').join('&');
  const origin = url.origin === 'null' ? `${url.protocol}//` : url.origin;
  return `${origin}${url.pathname}${query === '' ? '' : `?${query}`}${link.hash}`;
}

/**
 * Keeps the address bar at what is on screen, and takes over links that are opened in the same page. Returns the way
 * to stop.
 */
export function syncLink(
  store: HeadlightStore,
  act: ChoiceActions,
  window: Window,
  writes: boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    const address = addressOf(linkOf(store.getState()), window.location.href);
    if (address === window.location.href) return;
    try {
      window.history.replaceState(window.history.state, '', address);
    } catch {
      // Frames without an origin of their own may not: the Share button still gives the link.
    }
  };
  const unsubscribe = store.subscribe((state, last) => {
    if (!writes || (state.work === last.work && state.settings === last.settings)) return;
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  // Told a moment later: the address may have been written meanwhile, and what was entered is the event's.
  const read = ({ newURL }: HashChangeEvent): void =>
    act.open(parseLink(newURL ? new URL(newURL) : window.location));
  window.addEventListener('hashchange', read);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener('hashchange', read);
  };
}
