/**
 * Two frames later the pixels of this moment's document are on the screen. A hidden page draws no frames: its clock
 * must do.
 */
export function nextPaint(window: Window): Promise<void> {
  return new Promise((resolve) => {
    if (window.document.hidden) window.setTimeout(resolve, 0);
    else window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve()));
  });
}

/** Calls back right after the next frame was drawn: the end of "from key to picture". */
export function afterFrame(window: Window, call: () => void): void {
  if (window.document.hidden) {
    window.setTimeout(call, 0);
    return;
  }
  window.requestAnimationFrame(() => {
    // A message that is sent while a frame is made arrives when it is done.
    const channel = new MessageChannel();
    channel.port1.onmessage = call;
    channel.port2.postMessage(null);
  });
}

interface Waiter<State> {
  readonly isDone: (painted: State) => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Knows which state React has put on the page. */
export interface Painting<State> {
  /** React committed this state. */
  committed(state: State): void;
  /**
   * Resolves when a committed state satisfies the condition and its pixels are drawn. Rejects with what the condition
   * throws.
   */
  until(isDone: (committed: State) => boolean): Promise<void>;
}

export function createPainting<State>(window: Window): Painting<State> {
  let shown: { readonly state: State } | null = null;
  let waiters: readonly Waiter<State>[] = [];

  /** True when this waiter need not wait any longer. */
  const served = ({ isDone, resolve, reject }: Waiter<State>): boolean => {
    if (shown === null) return false;
    try {
      if (!isDone(shown.state)) return false;
    } catch (error) {
      reject(error);
      return true;
    }
    void nextPaint(window).then(resolve);
    return true;
  };
  return {
    committed(state) {
      shown = { state };
      waiters = waiters.filter((waiter) => !served(waiter));
    },
    until: (isDone) =>
      new Promise((resolve, reject) => {
        const waiter = { isDone, resolve, reject };
        if (!served(waiter)) waiters = [...waiters, waiter];
      }),
  };
}
