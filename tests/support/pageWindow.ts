import { expect, type Locator, type Page } from '@playwright/test';
import { text } from './text.ts';
import { goTo } from './vaultWindow.ts';

const t = text('en-GB');

/** The box of a free page. */
export function writingBox(page: Page): Locator {
  return page.getByRole('textbox', { name: t('pages.words'), exact: true });
}

/** A new free page from the list, its box ready to type in. */
export async function newPage(page: Page): Promise<void> {
  await goTo(page, t('frame.place.pages'));
  await page.getByRole('button', { name: t('pages.write'), exact: true }).click();
  await expect(writingBox(page)).toBeFocused();
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save-state]').first()).toHaveText(t('common.saved.saved'));
}

/** Opens a page from the list by words of it. */
export async function openPage(page: Page, words: string): Promise<void> {
  await goTo(page, t('frame.place.pages'));
  await page.getByRole('main').getByRole('link').filter({ hasText: words }).click();
}
