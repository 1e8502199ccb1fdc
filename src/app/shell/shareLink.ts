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
  const style = 'width:100%;aspect-ratio:16/9;border:0';
  return `<iframe src="${src}" title="${escapeAttribute(title)}" loading="lazy" style="${style}"></iframe>`;
}

/** The link of what is on screen and the frames that show it on a slide. `page` is this page's own address. */
export function shareOf(
  state: AppState,
  page: string,
  titles: { readonly head: string; readonly figure: string },
): Shared {
  const link = linkOf(state);
  const embed = new URL('embed.html', page).href;
  const figure = { ...link, search: link.search === '' ? '?show=figure' : `${link.search}&show=figure` };
  return {
    link: addressOf(link, page),
    headFrame: frame(addressOf(link, embed), titles.head),
    figureFrame: frame(addressOf(figure, embed), titles.figure),
  };
}

/** The explorer showing what a frame shows. */
export function explorerAddress(state: AppState, page: string): string {
  return addressOf(linkOf(state), new URL('./', page).href);
}
