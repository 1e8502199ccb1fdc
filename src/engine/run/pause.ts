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
