import { expect, type Locator, type Page } from '@playwright/test';
import type { Role } from '../../shared/model/member.ts';
import { people } from './pairWindows.ts';
import { text } from './text.ts';
import { goTo } from './vaultWindow.ts';

const t = text('en-GB');

/** The steps of a session as people take them in the window. Names are those of `people`. */
export async function openPair(page: Page, role: Role): Promise<void> {
  const name = people[role === 'supervisor' ? 'supervisee' : 'supervisor'];
  await goTo(page, t('pairs.title'));
  await page.getByRole('link', { name: t('pairs.card.open', { name }) }).click();
  await page.getByRole('heading', { name: t('sessions.pair.title', { name }) }).waitFor();
}

export async function newSession(page: Page, role: Role, date: string): Promise<void> {
  await openPair(page, role);
  await page.getByLabel(t('sessions.new.date')).fill(date);
  await page.getByRole('button', { name: t('sessions.new.create') }).click();
  await sessionHeading(page).waitFor();
}

/** Opens the newest session from the list of the pair. */
export async function openSession(page: Page, role: Role, shownDate: string): Promise<void> {
  await openPair(page, role);
  await page.getByRole('link', { name: shownDate }).click();
  await sessionHeading(page).waitFor();
}

export function sessionHeading(page: Page): Locator {
  return page.getByRole('heading', { level: 1, name: t('sessions.title', people) });
}

function topics(page: Page): Locator {
  return page.getByRole('navigation', { name: t('sessions.topics') });
}

export async function openTopic(page: Page, title: string): Promise<void> {
  await topics(page).getByRole('button', { name: title }).click();
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
}

export async function addTopic(page: Page, title: string): Promise<void> {
  await topics(page)
    .getByRole('button', { name: t('sessions.topic.add') })
    .click();
  await topics(page).getByLabel(t('sessions.topic.title')).fill(title);
  await topics(page)
    .getByRole('button', { name: t('common.add'), exact: true })
    .click();
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
}

/** The box of one person's voice at the place that is open. */
export function voiceOf(page: Page, role: Role): Locator {
  return page.locator(`main [data-voice="${role}"]`).first();
}

/** Opens the box of `role` and types into it; nothing is shown yet. */
export async function type(page: Page, role: Role, words: string): Promise<Locator> {
  const box = voiceOf(page, role);
  await box.getByRole('button', { name: t('sessions.write') }).click();
  await box.getByRole('textbox').fill(words);
  await expect(box.locator('[data-save-state="saved"]')).toHaveText(t('common.saved.saved'));
  return box;
}

/** Presses Show in a box, reads the preview, and shows. */
export async function show(page: Page, box: Locator, otherName: string): Promise<void> {
  await box.getByRole('button', { name: t('common.show'), exact: true }).click();
  await confirmShow(page, otherName);
}

export async function confirmShow(page: Page, otherName: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: t('sessions.show.title', { name: otherName }) });
  await dialog.getByRole('button', { name: t('sessions.show.confirm', { name: otherName }) }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function speak(page: Page, role: Role, words: string): Promise<void> {
  const box = await type(page, role, words);
  await show(page, box, people[role === 'supervisor' ? 'supervisee' : 'supervisor']);
  await expect(voiceOf(page, role)).toContainText(words.split('\n')[0] ?? '');
}

/** Unfolds a fold of the page, unless it is open already. */
export async function unfold(page: Page, title: string): Promise<void> {
  const fold = page.getByRole('button', { name: title });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

/** Signs the record that stands and proposes it to the other. */
export async function propose(page: Page, role: Role, note = ''): Promise<void> {
  const name = people[role === 'supervisor' ? 'supervisee' : 'supervisor'];
  await openTopic(page, t('sessions.part.beforeWeGo'));
  await page.getByRole('button', { name: t('signing.propose.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('signing.propose.title') });
  await dialog.locator('[data-record]').waitFor();
  if (note !== '') await dialog.getByLabel(t('signing.note')).fill(note);
  await dialog.getByRole('button', { name: t('signing.propose.confirm', { name }) }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(t('signing.proposedByYou', { name })).waitFor();
}

/** Reads the other's proposal and signs it. */
export async function sign(page: Page, role: Role, note = ''): Promise<void> {
  const name = people[role === 'supervisor' ? 'supervisee' : 'supervisor'];
  await openTopic(page, t('sessions.part.beforeWeGo'));
  await page.getByRole('button', { name: t('signing.read.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('signing.read.title', { name }) });
  await dialog.locator('[data-record]').waitFor();
  if (note !== '') await dialog.getByLabel(t('signing.note')).fill(note);
  await dialog.getByRole('button', { name: t('signing.sign'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
