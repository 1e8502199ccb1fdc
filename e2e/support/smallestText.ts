import type { Page } from '@playwright/test';

/** A text on screen and how large it is. */
export interface SeenText {
  readonly text: string;
  /** CSS px. */
  readonly px: number;
  /** Which element's, or `canvas`. */
  readonly of: string;
}

/** Notes the size of all that is drawn as text on a canvas. Before the page is loaded. */
export async function noteCanvasText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn = new WeakMap<HTMLCanvasElement, Map<string, number>>();
    Object.assign(window, { canvasText: drawn });
    const draw = CanvasRenderingContext2D.prototype.fillText;
    const wipe = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      const canvas = this.canvas as HTMLCanvasElement;
      const scale = Math.hypot(this.getTransform().a, this.getTransform().b) / window.devicePixelRatio;
      const texts = drawn.get(canvas) ?? new Map<string, number>();
      texts.set(String(text), Number.parseFloat(this.font.replace(/^[^0-9]*/, '')) * scale);
      drawn.set(canvas, texts);
      draw.call(this, text, ...place);
    };
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      drawn.delete(this.canvas as HTMLCanvasElement);
      wipe.call(this, ...box);
    };
  });
}

/** Every text that can be seen, smallest first: of elements, of SVG, and of canvases (`noteCanvasText`). */
export const seenTexts = (page: Page): Promise<SeenText[]> =>
  page.evaluate(() => {
    const seen: { text: string; px: number; of: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').replace(/\u200b/g, '').trim();
      if (!element || text === '' || element.closest('.only-spoken, script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const style = getComputedStyle(element);
      const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!shown || box.width < 1 || box.height < 1 || style.clipPath !== 'none') continue;
      // A picture may be drawn larger than it was laid out.
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
      seen.push({
        text,
        px: Number.parseFloat(style.fontSize) * scale,
        of: element.getAttribute('class') ?? '',
      });
    }
    const drawn = (window as unknown as { canvasText?: WeakMap<HTMLCanvasElement, Map<string, number>> })
      .canvasText;
    for (const canvas of document.querySelectorAll('canvas'))
      for (const [text, px] of drawn?.get(canvas) ?? []) seen.push({ text, px, of: 'canvas' });
    return seen.sort((a, b) => a.px - b.px);
  });
