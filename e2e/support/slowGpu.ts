import type { Page } from '@playwright/test';

/** How slow the card is; milliseconds. */
export interface SlowGpu {
  /** From a program's linking until it may run; whoever wants it earlier is made to wait, as a driver does. */
  readonly compileMs: number;
  /** From the passing of a fence until that is told. */
  readonly fenceMs: number;
}

/** In the worker, before its own code: a WebGL that does not say it is software, and is slow. */
function slowDown({ compileMs, fenceMs }: SlowGpu): void {
  const UNMASKED_RENDERER = 0x9246;
  const COMPLETION_STATUS = 0x91b1;
  const gl = WebGL2RenderingContext.prototype;
  const { getParameter, getExtension, linkProgram, getProgramParameter, useProgram } = gl;
  const { clientWaitSync } = gl;
  const readyAt = new WeakMap<object, number>();
  const isReady = (of: object) => performance.now() >= (readyAt.get(of) ?? 0);
  let said = '';
  let saidAt = 0;
  const say = (what: string) => {
    // What is asked again and again is said some times a second.
    if (what === 'compiles' && said === what && performance.now() < saidAt + 50) return;
    [said, saidAt] = [what, performance.now()];
    console.info(`webgl: ${what}`);
  };
  const block = (program: object) => {
    if (!isReady(program)) say('blocks');
    while (!isReady(program));
  };
  const override = (
    methods: Readonly<Record<string, (this: WebGL2RenderingContext, ...args: never[]) => unknown>>,
  ) => Object.assign(gl, methods);
  override({
    getParameter(name: number) {
      return name === UNMASKED_RENDERER ? 'a GPU' : getParameter.call(this, name);
    },
    // Software has no such extension, cards have.
    getExtension(name: 'KHR_parallel_shader_compile') {
      const isAsked = name === 'KHR_parallel_shader_compile';
      return isAsked ? { COMPLETION_STATUS_KHR: COMPLETION_STATUS } : getExtension.call(this, name);
    },
    linkProgram(program: WebGLProgram) {
      readyAt.set(program, performance.now() + compileMs);
      say('links');
      linkProgram.call(this, program);
    },
    getProgramParameter(program: WebGLProgram, name: number) {
      if (name === COMPLETION_STATUS) {
        if (!isReady(program)) say('compiles');
        return isReady(program);
      }
      block(program);
      return getProgramParameter.call(this, program, name);
    },
    useProgram(program: WebGLProgram | null) {
      if (program) block(program);
      useProgram.call(this, program);
    },
    clientWaitSync(fence: WebGLSync, flags: number, timeout: number) {
      const state = clientWaitSync.call(this, fence, flags, timeout);
      if (state === this.TIMEOUT_EXPIRED) return state;
      // From here on no software computes any more: the processor is free, as beside a card.
      if (!readyAt.has(fence)) {
        readyAt.set(fence, performance.now() + fenceMs);
        say('waits');
      }
      return isReady(fence) ? state : this.TIMEOUT_EXPIRED;
    },
  });
}

/**
 * Gives the page's worker a slow graphics card.
 * @returns what the card has done so far, in order: `links` a program; `compiles` it, while somebody asks whether it is
 * ready; `waits` for a fence; `blocks` whoever does not ask
 */
export async function giveSlowGpu(page: Page, gpu: SlowGpu): Promise<readonly string[]> {
  const done: string[] = [];
  page.on('console', (message) => {
    const [who, what] = message.text().split(': ');
    if (who === 'webgl' && what) done.push(what);
  });
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const body = `(${slowDown})(${JSON.stringify(gpu)});\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  return done;
}
