import { attentionStage, type StageName } from '../../contract/index.ts';
import type { FigureGeometry } from './geometry.ts';
import type { FigureBox } from './parts.ts';
import type { ChosenHeads } from './props.ts';

/** Where a stage is computed: the chosen head, all heads of its row, or a bar. */
export function boxOfStage(at: FigureGeometry, stage: StageName, chosen: ChosenHeads): FigureBox | null {
  const { kind, layer, heads } = chosen;
  const row = at.rows.find((one) => one.kind === kind && one.layer === layer);
  if (row && stage === attentionStage(kind, layer, 'attentionOutput')) return row.box;
  const head = heads[0];
  if (row && head !== undefined && stage === attentionStage(kind, layer, 'headOutput')) {
    const pitch = row.thumbPx + row.gapPx;
    return {
      x: row.box.x + (head % row.columns) * pitch,
      y: row.box.y + Math.floor(head / row.columns) * pitch,
      width: row.thumbPx,
      height: row.thumbPx,
    };
  }
  return at.steps.find((step) => step.stage === stage)?.box ?? null;
}

/** A light around what the numbers on the right are computed in. */
export function LitBox(props: {
  readonly at: FigureGeometry;
  readonly stage: StageName | null;
  readonly chosen: ChosenHeads;
}) {
  const { at, stage, chosen } = props;
  const box = stage === null ? null : boxOfStage(at, stage, chosen);
  if (box === null) return null;
  const { x, y, width, height } = box;
  return (
    <div
      className="figure-lit"
      data-stage={stage}
      data-kind={chosen.kind}
      style={{ left: x, top: y, width, height }}
    />
  );
}
