import { expect, test } from 'vitest';
import { waitFor } from './pause.ts';

test('what is on its way is waited for, until something newer waits', async () => {
  let outdated = false;
  const control = { isOutdated: () => outdated, breathe: async () => undefined };
  expect(await waitFor(Promise.resolve(7), control)).toBe(7);
  await expect(waitFor(Promise.reject(new Error('cut')), control)).rejects.toThrow('cut');
  const never = waitFor(new Promise(() => undefined), control);
  outdated = true;
  await expect(never).rejects.toMatchObject({ code: 'outdated' });
});
