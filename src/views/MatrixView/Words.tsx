import { type FittedLabel, placeLabels, WORD_APART, type WordsPlace } from '../../layout/index.ts';

/** Words along one side of a matrix. Where not all have room, those of `named` and the lit one stay. */
export function Words(props: {
  readonly place: WordsPlace;
  readonly labels: readonly FittedLabel[];
  readonly labelPx: number;
  readonly fontPx: number;
  readonly named: readonly number[];
  readonly lit: number | null;
  readonly onPoint: (index: number | null) => void;
}) {
  const { place, labels, labelPx, fontPx, named, lit, onPoint } = props;
  const { x, y, width, height } = place;
  const over = place.side === 'above';
  const pitchPx = (over ? width : height) / Math.max(1, labels.length);
  const flat = over && pitchPx >= labelPx + fontPx / 2;
  const axis = { labels, pitchPx, apartPx: fontPx * WORD_APART, angleDegrees: over && !flat ? 90 : 0 };
  const off = new Map(placeLabels(axis, named, lit).map(({ index, offPx }) => [index, offPx]));
  const list = labels.map(({ text }, index) => ({ text, index }));
  return (
    <ul
      className="mv-words"
      data-side={place.side}
      data-flat={flat || undefined}
      style={{ left: x, top: y, width, height }}
      onPointerLeave={() => onPoint(null)}
      aria-hidden="true"
    >
      {list.map(({ text, index }) => {
        const [start, moved] = [index * pitchPx, off.get(index)];
        const move = moved === undefined || moved === 0 ? undefined : `${over ? 'X' : 'Y'}(${moved}px)`;
        return (
          <li
            key={index}
            data-lit={index === lit || undefined}
            style={over ? { left: start, width: pitchPx } : { top: start, height: pitchPx }}
            onPointerEnter={() => onPoint(index)}
          >
            {moved === undefined ? null : (
              <bdi style={move === undefined ? {} : { transform: `translate${move}` }}>{text}</bdi>
            )}
          </li>
        );
      })}
    </ul>
  );
}
