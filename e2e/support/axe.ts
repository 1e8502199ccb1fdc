import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Where {
  /** Only these parts of the page, by selector. */
  readonly within?: readonly string[];
  /** Rules left out. */
  readonly without?: readonly string[];
}

/**
 * What axe finds, in a form one can read in a report. It runs in the page itself, for no page here has frames whose
 * findings would have to be gathered in another, and tells violations alone: five times as fast.
 */
export async function findings(
  page: Page,
  { within = [], without = [] }: Where = {},
): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  for (const part of within) builder.include(part);
  builder.disableRules([...without]);
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** The gallery is no page of ours: it has no heading of its own. */
export const IN_GALLERY: Where = { without: ['page-has-heading-one'] };
