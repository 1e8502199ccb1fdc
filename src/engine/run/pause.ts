import { EngineError, type RunControl } from '../../contract/index.ts';

/** @throws EngineError `outdated` when something newer waits */
export function stopIfOutdated(control: RunControl | undefined): void {
  if (control?.isOutdated())
    throw new EngineError('outdated', 'run', 'request', 'the newest', 'an older one');
}

/** Between two pieces of work: lets newer messages arrive. @throws EngineError `outdated` */
export async function pause(control: RunControl | undefined): Promise<void> {
  await control?.breathe();
  stopIfOutdated(control);
}

const LOOK_MS = 4;

/**
 * Waits for what is on its way, such as a file with code. Newer messages arrive meanwhile.
 * @throws EngineError `outdated`; whatever `coming` throws
 */
export async function waitFor<T>(coming: Promise<T>, control: RunControl | undefined): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const outdated = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      try {
        stopIfOutdated(control);
      } catch (error) {
        reject(error);
      }
    }, LOOK_MS);
  });
  try {
    return await Promise.race([coming, outdated]);
  } finally {
    clearInterval(timer);
  }
}
