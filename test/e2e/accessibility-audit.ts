import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Everything but colour is the same in both themes. */
const OF_THEMES = ['color-contrast'];

/** Looks for what stands in the way of people with impairments, in the light and in the dark theme. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const audit = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (
      colorScheme === 'light' ? audit.withTags(TAGS) : audit.withRules(OF_THEMES)
    ).analyze();
    found.push(
      ...violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${colorScheme} ${impact} ${id}: ${target.join(' ')}: ${failureSummary}`,
        ),
      ),
    );
  }
  expect.soft(found, name).toEqual([]);
}
