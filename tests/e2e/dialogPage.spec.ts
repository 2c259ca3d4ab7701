import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '../../build/stand-in/chromium.ts';
import { askForPath } from '../../build/stand-in/dialogPage.ts';
import { freshFolder } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchChromium(true);
});
test.afterAll(() => browser.close());

async function askedPage(): Promise<Page> {
  await expect.poll(() => browser.contexts()[0]?.pages().length).toBe(1);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('Nothing was asked.');
  return page;
}

test('Trying out, a person types the path that a dialog would have asked for, and is told what is wrong with it', async () => {
  const documents = await freshFolder('documents');
  await writeFile(join(documents, 'card.json'), '{}');
  const answer = askForPath(
    browser,
    { kind: 'file', title: 'Choose <their> card', startAt: null },
    documents,
    'en-GB',
  );
  const page = await askedPage();
  await expect(page.getByRole('heading')).toHaveText('Choose <their> card');
  await page.getByLabel('Path of the file').fill('card.json');
  await page.getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByRole('alert')).toHaveText('Write the whole path, from the top.');
  await page.getByLabel('Path of the file').fill(documents);
  await page.getByLabel('Path of the file').press('Enter');
  await expect(page.getByRole('alert')).toHaveText('There is no file at this path.');
  await page.getByLabel('Path of the file').fill(join(documents, 'card.json'));
  // The page closes under the key that answers it.
  await page
    .getByLabel('Path of the file')
    .press('Enter')
    .catch(() => undefined);
  expect(await answer).toBe(join(documents, 'card.json'));
});

test('Trying out, cancelling the question or closing it is no answer', async () => {
  const documents = await freshFolder('documents');
  for (const leave of ['cancel', 'close'] as const) {
    const answer = askForPath(
      browser,
      { kind: 'newFile', title: 'Cadw', startAt: 'cerdyn.json' },
      documents,
      'cy-GB',
    );
    const page = await askedPage();
    await expect(page.getByLabel('Llwybr y ffeil newydd')).toHaveValue(join(documents, 'cerdyn.json'));
    if (leave === 'cancel')
      await page
        .getByRole('button', { name: 'Canslo' })
        .click()
        .catch(() => undefined);
    else await page.close();
    expect(await answer).toBeNull();
  }
});
