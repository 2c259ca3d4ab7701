import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { type App, freshFolder } from './app.ts';
import { text } from './text.ts';
import { goTo, makeVault, unlock } from './vaultWindow.ts';

export type PairWindows = {
  readonly supervisor: App;
  readonly supervisee: App;
  /** The folder both chose. */
  readonly folder: string;
};

export const people = { supervisor: 'Sioned Example', supervisee: 'Amir Example' } as const;

/**
 * Two people who joined before the test begins, each at the page of their pairs: the same vaults as `joinThroughWindows`
 * makes, made by the core alone, for tests that are not about joining.
 */
export async function openJoined(
  launch: (options?: { readonly data?: string }) => Promise<App>,
): Promise<PairWindows> {
  const t = text('en-GB');
  const root = await freshFolder('pair');
  const folder = await freshFolder('shared');
  const program = join(import.meta.dirname, 'makeJoinedVaults.ts');
  await promisify(execFile)(process.execPath, [program, root, folder]);
  async function open(role: keyof typeof people): Promise<App> {
    const app = await launch({ data: join(root, role, 'data') });
    await unlock(app.page);
    await goTo(app.page, t('pairs.title'));
    await app.page.getByText(sentenceOf(role)).waitFor();
    return app;
  }
  const [supervisor, supervisee] = await Promise.all([open('supervisor'), open('supervisee')]);
  return { supervisor, supervisee, folder };
}

/** Two people with a vault each, who swap cards through their windows, compare the six words and choose one folder. */
export async function joinThroughWindows(
  launch: (options?: { readonly data?: string }) => Promise<App>,
  options: { readonly folder?: string; readonly onStep?: (name: string, app: App) => Promise<void> } = {},
): Promise<PairWindows> {
  const t = text('en-GB');
  const onStep = options.onStep ?? (async () => undefined);
  const folder = options.folder ?? (await freshFolder('shared'));
  const [supervisor, supervisee] = await Promise.all([launch(), launch()]);
  const apps = { supervisor, supervisee } as const;
  const cards: Record<string, string> = {};
  for (const role of ['supervisor', 'supervisee'] as const) {
    const { page, answerDialogs, data } = apps[role];
    await makeVault(page, { name: people[role] });
    await goTo(page, t('pairs.title'));
    cards[role] = join(data, `${role}.twovoice-card`);
    answerDialogs([cards[role]]);
    await page.getByRole('button', { name: t('pairs.steps.mine.button') }).click();
    await page.getByText(t('pairs.steps.mine.done')).waitFor();
    await onStep('card', apps[role]);
  }
  const seen: string[][] = [];
  for (const role of ['supervisor', 'supervisee'] as const) {
    const other = role === 'supervisor' ? 'supervisee' : 'supervisor';
    const { page, answerDialogs } = apps[role];
    answerDialogs([cards[other] ?? '', folder]);
    await page.getByRole('button', { name: t('pairs.steps.theirs.button') }).click();
    const words = page.getByRole('list', { name: t('pairs.compare.wordsLabel') });
    await words.waitFor();
    seen.push(await words.getByRole('listitem').allInnerTexts());
    await page.getByRole('radio', { name: t(`pairs.role.${role}`), exact: true }).check({ force: true });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('pairs.exchange.chooseFolder') })
      .click();
    await expect(page.getByRole('dialog')).toContainText(folder);
    await onStep('six-words', apps[role]);
    await page.getByRole('button', { name: t('pairs.compare.same') }).click();
    await page.getByText(t('pairs.joined.done', { name: people[other] })).waitFor();
  }
  expect(seen[0]).toHaveLength(6);
  expect(seen[0]).toEqual(seen[1]);
  for (const role of ['supervisor', 'supervisee'] as const) {
    await apps[role].page.getByText(sentenceOf(role)).waitFor();
    await onStep('joined', apps[role]);
  }
  return { supervisor, supervisee, folder };
}

function sentenceOf(role: keyof typeof people): string {
  const t = text('en-GB');
  const other = role === 'supervisor' ? 'supervisee' : 'supervisor';
  return t('pairs.card.youAre', {
    role: t(`pairs.role.${role}`),
    name: people[other],
    otherRole: t(`pairs.role.${other}`),
  });
}
