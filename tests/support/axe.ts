import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** No violation of WCAG 2.2 AA on what the window shows now, in the light and in the dark theme. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const results = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = results.violations.map((violation) => ({
      rule: violation.id,
      where: violation.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }));
    expect(found, `axe, ${theme} theme`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
