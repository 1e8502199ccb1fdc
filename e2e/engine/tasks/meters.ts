/** What WebGL itself was asked to do in this realm, counted beside TF.js; and the contexts, to lose them. */
export interface Meters {
  readonly contexts: WebGL2RenderingContext[];
  /** Shader programs linked, and the milliseconds until they were ready. */
  links: number;
  linkMs: number;
  draws: number;
}

const meters: Meters = { contexts: [], links: 0, linkMs: 0, draws: 0 };

function watchContexts(): void {
  const own = OffscreenCanvas.prototype.getContext as (...args: unknown[]) => unknown;
  Object.defineProperty(OffscreenCanvas.prototype, 'getContext', {
    configurable: true,
    value(this: OffscreenCanvas, ...args: unknown[]) {
      const context = own.apply(this, args);
      if (context instanceof WebGL2RenderingContext && !meters.contexts.includes(context)) {
        meters.contexts.push(context);
      }
      return context;
    },
  });
}

function watchWork(): void {
  const own = WebGL2RenderingContext.prototype;
  const { linkProgram, getProgramParameter, drawElements } = own;
  own.linkProgram = function (program) {
    meters.links += 1;
    linkProgram.call(this, program);
  };
  // Compiling goes on beside; asking for the outcome waits for it.
  own.getProgramParameter = function (program, name) {
    const started = performance.now();
    const value: unknown = getProgramParameter.call(this, program, name);
    meters.linkMs += performance.now() - started;
    return value;
  };
  own.drawElements = function (...args) {
    meters.draws += 1;
    drawElements.apply(this, args);
  };
}

let watching = false;

/** Counts from the first call on, which must come before the engine starts. */
export function watchWebgl(): Meters {
  if (!watching) {
    watching = true;
    watchContexts();
    watchWork();
  }
  return meters;
}
