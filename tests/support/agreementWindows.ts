import type { Locator, Page } from '@playwright/test';
import type { Role } from '../../shared/model/member.ts';
import { people } from './pairWindows.ts';
import { openPair } from './sessionWindows.ts';
import { text } from './text.ts';

const t = text('en-GB');
const other = { supervisor: 'supervisee', supervisee: 'supervisor' } as const;

/** The steps of an agreement as people take them in the window. Names are those of `people`. */
export async function openAgreement(page: Page, role: Role): Promise<void> {
  await openPair(page, role);
  await card(page, t('agreement.card.title')).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: t('agreement.title', people) }).waitFor();
}

export function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title });
}

export async function answer(
  page: Page,
  role: Role,
  answers: { readonly [key: string]: string },
): Promise<void> {
  const questions = card(page, t('agreement.questions.title'));
  await questions.getByRole('button', { name: t('agreement.questions.write') }).click();
  for (const [question, words] of Object.entries(answers)) {
    const label = t(`agreement.question.${question}` as 'agreement.question.wants');
    await questions.getByRole('textbox', { name: label }).fill(words);
  }
  await show(page, questions, role);
}

/** Presses Show, reads what will be seen, and shows it. */
export async function show(page: Page, within: Locator, role: Role): Promise<void> {
  const name = people[other[role]];
  await within.getByRole('button', { name: t('common.show'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('agreement.show.title', { name }) });
  await dialog.getByRole('button', { name: t('agreement.show.confirm', { name }) }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Writes private signs of withdrawing and copies one line of them into words that may be shown. */
export async function offerLine(
  page: Page,
  written: string,
  line: string,
  onOpen: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name: t('agreement.private.title') }).click();
  await page.getByLabel(t('agreement.private.withdrawing'), { exact: true }).fill(written);
  await page
    .getByRole('button', { name: `${t('agreement.private.offer')}: ${t('agreement.private.withdrawing')}` })
    .click();
  const offer = page.getByRole('dialog', { name: t('agreement.offer.title') });
  await offer.getByLabel(line).check();
  await onOpen();
  await offer.getByRole('button', { name: t('agreement.offer.copy') }).click();
  await offer.waitFor({ state: 'hidden' });
}
