import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Axe's rules that look at colours: all that the themes differ in is the value of colour tokens (renderer/styles/tokens.css). */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** No violation of WCAG 2.2 AA on what the window shows now: every rule in the light theme, those about colour in the dark one too. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const results = await (theme === 'light'
      ? axe.withTags(everyRule)
      : axe.withRules(colourRules)
    ).analyze();
    const found = results.violations.map((violation) => ({
      rule: violation.id,
      where: violation.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }));
    expect(found, `axe, ${theme} theme`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
