import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

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

/** What the pages of a context complain of from now on, one list that grows. */
function complaintsOf(context: BrowserContext): Complaint[] {
  const complaints: Complaint[] = [];
  context.on('console', (message) => {
    const kind = message.type();
    if (kind !== 'warning' && kind !== 'error') return;
    complaints.push({ kind, text: `${message.text()} (${message.location().url})` });
  });
  context.on('weberror', (event) => {
    complaints.push({ kind: 'page error', text: String(event.error().stack ?? event.error()) });
  });
  return complaints;
}

function expectQuiet(complaints: readonly Complaint[], allowed: readonly RegExp[]): void {
  const unexpected = complaints.filter(({ text }) => !allowed.some((pattern) => pattern.test(text)));
  expect(unexpected, 'the console holds no warning and no error').toEqual([]);
}

/** Playwright's test, with the rule that the console stays empty of warnings and errors. */
export const test = base.extend<Options & Fixtures>({
  allowed: [[], { option: true }],
  quiet: [
    async ({ context, allowed }, use) => {
      const complaints = complaintsOf(context);
      await use(undefined);
      expectQuiet(complaints, allowed);
    },
    { auto: true },
  ],
});

/** The page that the tests of a file have in common, and what it complained of since the last of them. */
interface Shared {
  /** Its file, and which of its repetitions. */
  readonly of: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: Complaint[];
}

interface Holder {
  shared: Shared | null;
}

async function leave(holder: Holder): Promise<void> {
  const { shared } = holder;
  holder.shared = null;
  await shared?.context.close();
  expectQuiet(shared?.complaints ?? [], []);
}

/**
 * The same test for a file whose tests only look: they have one page in common, which `openLive` leads from link to
 * link. A test that fails ends its worker, and so its page. What is complained of between two tests counts for the
 * second.
 */
export const lookingTest = test.extend<{ readonly shared: Shared }, { readonly holder: Holder }>({
  holder: [
    async ({ browser: _ }, use) => {
      const holder: Holder = { shared: null };
      await use(holder);
      await leave(holder);
    },
    { scope: 'worker' },
  ],
  shared: async ({ browser, holder, viewport }, use, { file, repeatEachIndex }) => {
    const of = `${file} ${repeatEachIndex}`;
    if (holder.shared?.of !== of) {
      await leave(holder);
      const context = await browser.newContext();
      holder.shared = { of, context, page: await context.newPage(), complaints: complaintsOf(context) };
    }
    const { page } = holder.shared;
    await page.unrouteAll();
    if (viewport) await page.setViewportSize(viewport);
    await use(holder.shared);
  },
  context: ({ shared }, use) => use(shared.context),
  page: ({ shared }, use) => use(shared.page),
  quiet: async ({ shared, allowed }, use) => {
    await use(undefined);
    expectQuiet(shared.complaints.splice(0), allowed);
  },
});
