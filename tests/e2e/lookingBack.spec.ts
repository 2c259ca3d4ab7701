import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page, TestInfo } from '@playwright/test';
import { freshFolder } from '../support/app.ts';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { text } from '../support/text.ts';
import { goTo, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('Looking back: every chart says what it shows, is read point by point and as a table, in any contrast, on paper and in Welsh', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const root = await freshFolder('past');
  const folder = await freshFolder('shared');
  const program = join(import.meta.dirname, '../support/makePastVaults.ts');
  await promisify(execFile)(process.execPath, [program, root, folder]);
  const { page } = await launch({ data: join(root, 'supervisee/data') });
  await unlock(page);
  await goTo(page, t('lookingBack.title'));
  const impact = page.locator('[data-chart="impact"]');
  await expect(impact.getByRole('img')).toBeVisible();
  await looks(page, info);
});

/** Every chart in each way it may be seen. */
async function looks(page: Page, info: TestInfo): Promise<void> {
  const shoot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await shoot(colorScheme);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  await shoot('forced-colors');
  await page.emulateMedia({ forcedColors: null, media: 'print' });
  await shoot('print');
  await page.emulateMedia({ media: null });
  await expectNoViolations(page);
}
