/** A longer place than this may break: many heads. */
const SHORT_PLACE = 24;

/** A head's title for the eye: where it stands in the model, "layer 3 · head 5", stays on one line. */
export function TitleText({ title }: { readonly title: string }) {
  const dot = title.indexOf(' · ');
  const place = title.slice(dot + 3);
  if (dot < 0 || place.length > SHORT_PLACE) return title;
  return (
    <>
      {title.slice(0, dot + 3)}
      <span className="app-head-place">{place}</span>
    </>
  );
}
