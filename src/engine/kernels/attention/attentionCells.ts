import { FORBIDDEN, OPEN } from '../../changes/plan.ts';

/*
 * GLSL for the softmax of attention: which cells it may not see, and what a weight is. Blocks are of rows t, t + 1
 * and keys s, s + 1. `ends(t)`: the first keys that the rows may not read; `shut(h, t, s, end)`: which cells are kept
 * from the softmax; `weights(x, top, sum, h, t, s, end)`: the weights of scores x, given each row's largest and its
 * sum of exponentials.
 */

/** Below every score, and finite: some drivers take no infinity. */
export const LOWEST = '-1e30';

const ENDS = `
  ivec2 ends(int t) { return min(ivec2(keyLength), ivec2(reach + t, reach + t + 1)); }
  bvec4 beyond(int s, ivec2 end) { return bvec4(s >= end.x, s + 1 >= end.x, s >= end.y, s + 1 >= end.y); }`;

/** The model's own: keys beyond the end, causal or not. */
export const OWN_CELLS = `${ENDS}
  bvec4 shut(int h, int t, int s, ivec2 end) { return beyond(s, end); }
  vec4 weights(vec4 x, vec2 top, vec2 sum, int h, int t, int s, ivec2 end) {
    return mix(exp(x - top.xxyy) / sum.xxyy, vec4(0.0), beyond(s, end));
  }`;

/**
 * Cells as the texture Cells says. A forbidden score may lie above the top, and a row may have no open cell and no
 * sum: neither may come to an infinity, though it is not taken.
 */
export const CHANGED_CELLS = `${ENDS}
  bvec4 either(bvec4 a, bvec4 b) { return bvec4(a.x || b.x, a.y || b.y, a.z || b.z, a.w || b.w); }
  bvec4 shut(int h, int t, int s, ivec2 end) {
    return either(beyond(s, end), equal(fourCells(h, t, s), vec4(${FORBIDDEN}.0)));
  }
  vec4 weights(vec4 x, vec2 top, vec2 sum, int h, int t, int s, ivec2 end) {
    bvec4 closed = either(beyond(s, end), notEqual(fourCells(h, t, s), vec4(${OPEN}.0)));
    return mix(exp(min(x - top.xxyy, vec4(0.0))) / max(sum, vec2(1e-30)).xxyy, vec4(0.0), closed);
  }`;
