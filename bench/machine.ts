import { cpus, loadavg, totalmem } from 'node:os';
import type { Browser } from '@playwright/test';
import { withPage } from './page.ts';

/** What the figures were taken on; nothing that would name the machine. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** What draws for WebGL, or null where there is none. */
  readonly webgl: string | null;
}

function rendererOf(browser: Browser): Promise<string | null> {
  return withPage(browser, (page) =>
    page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const debug = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl ? String(gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : null;
    }),
  );
}

export async function describeMachine(browser: Browser): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: browser.version(),
    webgl: await rendererOf(browser),
  };
}

/** Programs that wanted to run, per core, over the last minute; 0 where the system does not tell (Windows). */
export const loadPerCore = (): number => (loadavg()[0] ?? 0) / cpus().length;
