import type { Page, TestInfo } from '@playwright/test';
import { expectNoViolations } from './axe.ts';

/** `npm test` takes no pictures (build/test.ts): nobody looks at them there, and they were a tenth of its time. */
const wanted = process.env.TWOVOICE_PICTURES !== 'none';

/** A picture of the window as it stands, for eyes: test-results/<test>/<name>.png. */
export async function picture(
  page: Page,
  info: TestInfo,
  name: string,
  of: 'page' | 'window' = 'page',
): Promise<void> {
  if (!wanted) return;
  await page.screenshot({
    path: info.outputPath(`${name}.png`),
    fullPage: of === 'page',
    animations: 'disabled',
  });
}

/** A picture in each theme. */
export async function pictures(page: Page, info: TestInfo, name: string): Promise<void> {
  if (!wanted) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, info, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** No violation of WCAG 2.2 AA, and a picture in each theme. */
export async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  await expectNoViolations(page);
  await pictures(page, info, name);
}
