import { type AppState, linkOf } from '../../state/index.ts';
import { addressOf } from './linkSync.ts';

export interface Shared {
  /** This page, as it is on screen. */
  readonly link: string;
  /** HTML for a slide: the chosen head alone. */
  readonly headFrame: string;
  /** HTML for a slide: the figure alone. */
  readonly figureFrame: string;
}

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function frame(address: string, title: string): string {
  const src = escapeAttribute(address);
  // As wide as the slide, and low enough to stand beneath its title.
  const style = 'width:100%;aspect-ratio:16/9;max-height:75vh;border:0';
  return `<iframe src="${src}" title="${escapeAttribute(title)}" loading="lazy" style="${style}"></iframe>`;
}

/**
 * The link of what is on screen and the frames that show it on a slide, `edit`: with the sentence to be typed there.
 * `page` is this page's own address.
 */
export function shareOf(
  state: AppState,
  page: string,
  titles: { readonly head: string; readonly figure: string },
  edit = false,
): Shared {
  const link = linkOf(state);
  const embed = new URL('embed.html', page).href;
  const asking = (...words: readonly string[]) => {
    const asked = [link.search.slice(1), ...words, edit ? 'edit=1' : ''].filter((word) => word !== '');
    const search = asked.length === 0 ? '' : `?${asked.join('&')}`;
    return addressOf({ ...link, search }, embed);
  };
  return {
    link: addressOf(link, page),
    headFrame: frame(asking(), titles.head),
    figureFrame: frame(asking('show=figure'), titles.figure),
  };
}

/** The explorer showing what a frame shows. */
export function explorerAddress(state: AppState, page: string): string {
  return addressOf(linkOf(state), new URL('./', page).href);
}
