import './PictureNote.css';

/** What is written across a picture: why it looks as before, or shows nothing. */
export interface PictureNoteText {
  readonly title: string;
  readonly text: string | null;
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A few words across a picture.
 * @param place within the picture, px
 * @param at where in it: away from what is pinned
 * @param aside something is pointed at
 */
export function PictureNote(props: {
  readonly note: PictureNoteText;
  readonly place: Rect;
  readonly at: 'start' | 'center' | 'end';
  readonly aside: boolean;
}) {
  const { note, place, at, aside } = props;
  return (
    <div className="picture-note" style={{ ...place, alignItems: at }} data-aside={aside || undefined}>
      <p>
        <b>{note.title}</b> {note.text}
      </p>
    </div>
  );
}
