import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePopover } from './placePopover.ts';

const viewport = { width: 1280, height: 720 };

describe('placePopover', () => {
  it('opens beneath, flush with the right edge of its button', () => {
    const anchor = { left: 1000, top: 14, width: 60, height: 36 };
    expect(placePopover(anchor, { width: 240, height: 300 }, viewport)).toEqual({ left: 820, top: 56 });
  });

  it('opens above where there is no room beneath', () => {
    const anchor = { left: 1000, top: 660, width: 60, height: 36 };
    expect(placePopover(anchor, { width: 240, height: 300 }, viewport).top).toBe(354);
  });

  it('opens beside what is to stay in sight where there is room, else beneath its button', () => {
    const anchor = { left: 1200, top: 80, width: 60, height: 36 };
    const pane = (left: number) => ({ left, top: 80, width: 1260 - left, height: 540 });
    const panel = { width: 348, height: 300 };
    expect(placePopover(anchor, panel, viewport, pane(558))).toEqual({ left: 204, top: 122 });
    expect(placePopover(anchor, panel, viewport, pane(20))).toEqual({ left: 912, top: 122 });
  });

  it('stays inside the viewport wherever its button stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 1300 }), fc.integer({ min: -50, max: 760 }), (left, top) => {
        const panel = { width: 240, height: 300 };
        const at = placePopover({ left, top, width: 60, height: 36 }, panel, viewport);
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.left + panel.width).toBeLessThanOrEqual(viewport.width - 8);
        expect(at.top).toBeGreaterThanOrEqual(8);
        expect(at.top + panel.height).toBeLessThanOrEqual(viewport.height - 8);
      }),
    );
  });
});
