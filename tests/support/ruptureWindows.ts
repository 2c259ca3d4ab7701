import { expect, type Page } from '@playwright/test';
import { people } from './pairWindows.ts';
import { text } from './text.ts';

const t = text('en-GB');

/** The steps of a repair as people take them in the window. Names are those of `people`. */
export async function notice(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: t('ruptures.notice') }).click();
  await page.getByLabel(t('ruptures.noticed.what')).fill(what);
}

export async function answerGateWithNo(page: Page): Promise<void> {
  await page.getByRole('radio', { name: t('ruptures.gate.no'), exact: true }).click({ force: true });
}

/** The question before the first step of a stage, answered with no; it is gone then. */
export async function passGate(page: Page): Promise<void> {
  const gate = page.getByRole('heading', { name: t('ruptures.gate.stage.title') });
  await expect(gate).toBeVisible();
  await answerGateWithNo(page);
  await expect(gate).toHaveCount(0);
}

/** The supervisee names it: reads the exact preview and shows it. */
export async function nameIt(
  page: Page,
  words: string,
  onPreview: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByLabel(t('ruptures.naming.words')).fill(words);
  await page.getByRole('button', { name: t('ruptures.naming.preview') }).click();
  await expect(page.getByRole('dialog', { name: t('ruptures.naming.exactly') })).toContainText(words);
  await onPreview();
  await page.getByRole('button', { name: t('ruptures.naming.show', { name: people.supervisor }) }).click();
  await expect(page.getByText(t('ruptures.named.byMe'))).toBeVisible();
}

export async function tell(
  page: Page,
  howItWas: string,
  myPart: string,
  onOpen: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name: t('ruptures.talking.write'), exact: true }).click();
  await expect(page.getByLabel(t('ruptures.talking.howItWas'))).toBeFocused();
  await onOpen();
  await page.getByLabel(t('ruptures.talking.howItWas')).fill(howItWas);
  await page.getByLabel(t('ruptures.talking.myPart')).fill(myPart);
  await page.getByRole('button', { name: t('ruptures.talking.show'), exact: true }).click();
  await expect(page.getByLabel(t('ruptures.talking.howItWas'))).toHaveCount(0);
  await expect(page.locator(':focus')).toContainText(howItWas);
}

export async function need(
  page: Page,
  what: string,
  iWill: string,
  onOpen: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name: t('ruptures.talking.write'), exact: true }).click();
  await onOpen();
  await page.getByLabel(t('ruptures.agree.need')).fill(what);
  await page.getByLabel(t('ruptures.agree.iWill')).fill(iWill);
  await page.getByRole('button', { name: t('ruptures.talking.show'), exact: true }).click();
  await expect(page.getByLabel(t('ruptures.agree.need'))).toHaveCount(0);
}

export async function check(page: Page, now: 'better' | 'same' | 'harder', more: string): Promise<void> {
  await page.getByRole('radio', { name: t(`ruptures.check.${now}`) }).click({ force: true });
  await page.getByLabel(t('ruptures.check.words')).fill(more);
  await page.getByRole('button', { name: t('ruptures.check.say') }).click();
}
