import { test as base, expect } from '@playwright/test';

export { expect };

/** What a page said that it should not have said. */
interface Complaint {
  readonly kind: 'warning' | 'error' | 'page error';
  readonly text: string;
}

interface Options {
  /** Messages that are part of what a test does, such as the 404 it provokes: `test.use({ allowed: [/404/] })`. */
  readonly allowed: readonly RegExp[];
}

interface Fixtures {
  /** Runs by itself: after the test, no page of it may have logged a warning or an error, or thrown one. */
  readonly quiet: undefined;
}

/** Playwright's test, with the rule that the console stays empty of warnings and errors. */
export const test = base.extend<Options & Fixtures>({
  allowed: [[], { option: true }],
  quiet: [
    async ({ context, allowed }, use) => {
      const complaints: Complaint[] = [];
      context.on('console', (message) => {
        const kind = message.type();
        if (kind !== 'warning' && kind !== 'error') return;
        complaints.push({ kind, text: `${message.text()} (${message.location().url})` });
      });
      context.on('weberror', (event) => {
        complaints.push({ kind: 'page error', text: String(event.error().stack ?? event.error()) });
      });
      await use(undefined);
      const unexpected = complaints.filter(({ text }) => !allowed.some((pattern) => pattern.test(text)));
      expect(unexpected, 'the console holds no warning and no error').toEqual([]);
    },
    { auto: true },
  ],
});
