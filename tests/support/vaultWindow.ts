import type { Page } from '@playwright/test';
import type { Language } from '../../shared/i18n/index.ts';
import { text } from './text.ts';

/** Guessable by nobody, and nobody's: for vaults made in tests and in the demo. */
export const windowPassphrase = 'seven heron walked over Penarth bridge';

/** Makes a vault through the first screens as a person does, recovery code read off the paper. Returns the code. */
export async function makeVault(
  page: Page,
  options: { readonly name: string; readonly language?: Language },
): Promise<string> {
  const t = text(options.language ?? 'en-GB');
  await page.getByLabel(t('vault.create.name'), { exact: true }).fill(options.name);
  await page.getByLabel(t('vault.create.passphrase'), { exact: true }).fill(windowPassphrase);
  await page.getByLabel(t('vault.create.again'), { exact: true }).fill(windowPassphrase);
  await page.getByRole('button', { name: t('vault.create.submit') }).click();
  return writeDownCode(page, options.language);
}

/** Copies the recovery code that is shown onto paper, and types a part of it back. Returns the code. */
export async function writeDownCode(page: Page, language: Language = 'en-GB'): Promise<string> {
  const t = text(language);
  await page.getByRole('heading', { name: t('vault.code.title') }).waitFor();
  const groups = await page.locator('ol li > span:first-child').allInnerTexts();
  const asked = groups.length - 1;
  await page.getByRole('button', { name: t('vault.code.done') }).click();
  await page
    .getByLabel(t('vault.code.confirm', { number: asked }), { exact: true })
    .fill(groups[asked - 1] ?? '');
  await page.getByRole('button', { name: t('vault.code.finish') }).click();
  await page.getByRole('navigation', { name: t('frame.nav.label') }).waitFor();
  return groups.join('-');
}

export async function unlock(
  page: Page,
  passphrase = windowPassphrase,
  language: Language = 'en-GB',
): Promise<void> {
  const t = text(language);
  await page.getByLabel(t('vault.unlock.passphrase'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: t('vault.unlock.submit') }).click();
  await page.getByRole('navigation', { name: t('frame.nav.label') }).waitFor();
}

/** Goes to a place by the list on the left. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}
