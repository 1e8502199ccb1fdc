import type { Page } from '@playwright/test';
import type { Place } from './harness.ts';
import type { TaskName, Tasks } from './tasks/index.ts';

/** Opens the harness and waits until it can be asked. */
export async function openHarness(page: Page): Promise<void> {
  await page.goto('e2e/engine/index.html');
  await page.waitForFunction(() => typeof window.ask === 'function');
}

/** Runs a task of `tasks/` in the browser. */
export function ask<Name extends TaskName>(
  page: Page,
  place: Place,
  name: Name,
  input: Parameters<Tasks[Name]>[0],
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  return page.evaluate(
    ([where, which, given]) =>
      window.ask(where as Place, which as TaskName, given as never) as Promise<never>,
    [place, name, input] as const,
  );
}
