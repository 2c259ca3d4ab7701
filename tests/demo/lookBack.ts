import { join } from 'node:path';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** What changed over time: drawn, read as a table, said of repairs and of what the two look at, and on paper. */
export async function lookBack(stage: Stage, cast: Cast): Promise<void> {
  const { page } = cast.supervisee;
  await goTo(page, t('frame.place.lookingBack'));
  const impact = page.locator('[data-chart="impact"]');
  await stage.step('looking-back', cast.supervisee, async () => {
    await impact.getByRole('img').waitFor();
    await impact.getByRole('slider').press('Home');
  });
  await stage.step('looking-back-on-paper', cast.supervisee, async () => {
    // On paper comes what is open, and no table of what weighed is: the paper holds none of the person's own words.
    const file = join(stage.out, 'looking-back.pdf');
    cast.supervisee.answerDialogs([file]);
    await page.getByRole('button', { name: t('lookingBack.print'), exact: true }).click();
    await page.getByText(t('lookingBack.printed', { path: file })).waitFor();
  });
  await stage.step('looking-back-table', cast.supervisee, async () => {
    await impact.getByRole('button', { name: t('charts.table') }).click();
    await impact.getByRole('row').nth(1).scrollIntoViewIfNeeded();
  });
  await stage.step('looking-back-folds', cast.supervisee, async () => {
    for (const fold of ['kinds', 'said'] as const) {
      await page.getByRole('button', { name: t(`lookingBack.${fold}`), exact: true }).click();
    }
    await page.locator('[data-chart="said"]').scrollIntoViewIfNeeded();
  });
  await stage.step('looking-back-over-repairs', cast.supervisee, async () => {
    const title = page.getByRole('heading', { name: t('ruptures.lookBack.title') });
    await title.scrollIntoViewIfNeeded();
  });
}
