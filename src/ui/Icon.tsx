/** Outlines on a 16 × 16 grid, drawn with the ink around them. */
const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10 M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10 M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  share: 'M8 10V2 M5 4.5 8 1.8l3 2.7 M3.5 8v5.5h9V8',
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M4 4l8 8 M12 4l-8 8',
  settings: 'M2 5h7 M13 5h1 M2 11h1 M7 11h7 M11 3v4 M5 9v4',
  keys: 'M1.5 4h13v8h-13z M4 6.7h.1 M6.7 6.7h.1 M9.3 6.7h.1 M12 6.7h.1 M5 9.6h6',
  help: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1C8.3 8.6 8 9 8 10 M8 12.6v.1',
  theme: 'M8 2a6 6 0 1 0 0 12z M8 2a6 6 0 0 1 0 12',
  language: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z M2 8h12 M8 2c4 4 4 8 0 12c-4-4-4-8 0-12',
  more: 'M3.5 8h.1 M8 8h.1 M12.5 8h.1',
  list: 'M2.5 4h.1 M2.5 8h.1 M2.5 12h.1 M5.5 4h8 M5.5 8h8 M5.5 12h8',
  warning: 'M8 2 14.5 13.5h-13z M8 6.5v3.2 M8 11.6v.1',
  down: 'M4 6.5 8 10.5l4-4',
  left: 'M10 3.5 5.5 8 10 12.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  play: 'M5 3.2v9.6L12.5 8z',
  pause: 'M5.5 3.5v9 M10.5 3.5v9',
  pen: 'M3 13l.7-3L11 2.7 13.3 5 6 12.3z',
  flask: 'M6 2h4 M7 2v4.2L3.4 12.6a.8.8 0 0 0 .7 1.2h7.8a.8.8 0 0 0 .7-1.2L9 6.2V2 M5.2 10h5.6',
  fold: 'M2.5 3h11v10h-11z M6.5 3v10',
  present: 'M2 3h12v7.5H2z M8 10.5v2.5 M5.5 13.5h5',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7 M13 2v3h-3',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside or instead of a word; never read aloud: the control that holds it has a name. */
export function Icon({ name, sizePx = 16 }: { readonly name: IconName; readonly sizePx?: number }) {
  // As large as the words it stands beside; `sizePx` is that at 1280×720.
  const size = `${sizePx / 16}rem`;
  return (
    <svg className="ui-icon" viewBox="0 0 16 16" style={{ width: size, height: size }} aria-hidden="true">
      <path d={PATHS[name]} />
      {name === 'theme' ? <path d="M8 2a6 6 0 1 0 0 12z" className="ui-icon-solid" /> : null}
    </svg>
  );
}
