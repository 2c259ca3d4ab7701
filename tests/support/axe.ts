import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from './fixture.ts';

declare global {
  interface Window {
    axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const runs: Readonly<Record<'light' | 'dark', NonNullable<RunOptions['runOnly']>>> = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  // Axe's rules that look at colours: all that the themes differ in is the value of colour tokens (renderer/styles/tokens.css).
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** No violation of WCAG 2.2 AA on what the window shows now: every rule in the light theme, those about colour in the dark one too. */
export async function expectNoViolations(page: Page): Promise<void> {
  // Once a document: it takes longer to read than most pages take to check.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  for (const [theme, runOnly] of Object.entries(runs)) {
    await page.emulateMedia({ colorScheme: theme as keyof typeof runs, reducedMotion: 'reduce' });
    expect(await violations(page, { runOnly, resultTypes: ['violations'] }), `axe, ${theme} theme`).toEqual(
      [],
    );
  }
  await page.emulateMedia({ colorScheme: null });
}

async function violations(page: Page, options: RunOptions) {
  return page.evaluate(async (given) => {
    const results = await window.axe?.run(document, given);
    if (results === undefined) throw new Error('axe is not in the page');
    return results.violations.map((violation) => ({
      rule: violation.id,
      where: violation.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }));
  }, options);
}
