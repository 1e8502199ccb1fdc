import type { HeatmapLayout } from '../../layout/index.ts';

/** Of a grid that is scrolled: the ground under the words that stay, and the edges that say there is more. */
export function Stays({ layout }: { readonly layout: HeatmapLayout }) {
  const { leftPx, topPx, widthPx, heightPx, room } = layout;
  return (
    <div aria-hidden="true">
      <div className="am-stay am-stay-rows" style={{ width: leftPx, height: heightPx }} />
      <div className="am-stay am-stay-columns" style={{ width: widthPx, height: topPx }} />
      <div className="am-stay am-stay-corner" style={{ width: leftPx, height: topPx }} />
      <div className="am-stay am-stay-edges" style={{ width: room.widthPx, height: room.heightPx }} />
    </div>
  );
}
