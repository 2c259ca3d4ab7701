import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge } from '../../shared/client.ts';
import type { PageBody } from '../../shared/model/page.ts';
import { expectNoViolations } from '../support/axe.ts';
import { freshFolder } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';
import { picture } from '../support/pictures.ts';
import { text } from '../support/text.ts';
import { goTo, makeVault, windowPassphrase, writeDownCode } from '../support/vaultWindow.ts';

const t = text('en-GB');
const cy = text('cy');

test('A journal is used on a second computer: six words, one code, two files', async ({ launch }, info) => {
  test.setTimeout(180_000);
  const old = await launch();
  const fresh = await launch();
  const stick = await freshFolder('stick');
  const request = join(stick, 'desk.twovoice-request');
  const answer = join(stick, 'desk.twovoice-answer');
  const recoveryCode = await makeVault(old.page, { name: 'Nia Example' });

  await fresh.page.getByRole('button', { name: t('devices.link.offer') }).click();
  await fresh.page.getByRole('heading', { name: t('devices.link.title') }).waitFor();
  await fresh.page.getByRole('button', { name: t('devices.link.submit') }).click();
  await expect(fresh.page.getByText(t('devices.link.computer.missing'))).toBeVisible();
  await expectNoViolations(fresh.page);
  await picture(fresh.page, info, 'link');
  await fresh.page.getByLabel(t('devices.link.computer'), { exact: true }).fill('Desk at work');
  await fresh.page.getByLabel(t('vault.create.passphrase'), { exact: true }).fill(windowPassphrase);
  await fresh.page.getByLabel(t('vault.create.again'), { exact: true }).fill(windowPassphrase);
  await fresh.page.getByRole('button', { name: t('devices.link.submit') }).click();
  await fresh.page.getByRole('heading', { name: t('devices.waiting.title') }).waitFor();
  fresh.answerDialogs([request]);
  await fresh.page.getByRole('button', { name: t('devices.waiting.file.button') }).click();
  await fresh.page.getByText(t('devices.waiting.file.done')).waitFor();
  const words = await fresh.page
    .getByRole('list', { name: t('devices.waiting.words') })
    .locator('li')
    .allInnerTexts();
  expect(words).toHaveLength(6);
  await expectNoViolations(fresh.page);
  await picture(fresh.page, info, 'waiting');
  await fresh.page.getByRole('button', { name: 'Cymraeg' }).click();
  await fresh.page.getByRole('heading', { name: cy('devices.waiting.title') }).waitFor();
  await picture(fresh.page, info, 'waiting-cy');
  await fresh.page.getByRole('button', { name: 'English' }).click();

  await goTo(old.page, t('settings.title'));
  await old.page.getByRole('button', { name: t('devices.add') }).click();
  old.answerDialogs([request]);
  await old.page.getByRole('button', { name: t('devices.add.choose') }).click();
  await old.page.getByLabel(t('devices.add.words'), { exact: true }).fill('six words of somebody else here');
  await old.page.getByLabel(t('devices.recoveryCode'), { exact: true }).fill(recoveryCode);
  await old.page.getByRole('button', { name: t('devices.add.answer') }).click();
  await old.page.getByText(t('errors.link_words')).waitFor();
  await expectNoViolations(old.page);
  await picture(old.page, info, 'add', 'window');
  await old.page.getByLabel(t('devices.add.words'), { exact: true }).fill(words.join(' '));
  old.answerDialogs([answer]);
  await old.page.getByRole('button', { name: t('devices.add.answer') }).click();
  await old.page.getByRole('heading', { name: t('devices.add.made.title') }).waitFor();
  await expectNoViolations(old.page);
  await picture(old.page, info, 'made', 'window');
  await old.page.getByRole('button', { name: t('common.done') }).click();

  fresh.answerDialogs([answer]);
  await fresh.page.getByRole('button', { name: t('devices.waiting.take.button') }).click();
  await writeDownCode(fresh.page);
  await goTo(fresh.page, t('settings.title'));
  await fresh.page.getByText(`Desk at work · ${t('devices.here')}`).waitFor();
  await expectNoViolations(fresh.page);
  await fresh.page.getByRole('heading', { name: t('devices.title') }).scrollIntoViewIfNeeded();
  await picture(fresh.page, info, 'devices', 'window');

  const own = await freshFolder('own');
  for (const app of [old, fresh]) {
    app.answerDialogs([own]);
    const choose = app.page.getByRole('button', { name: t('devices.folder.choose') });
    if (!(await choose.isVisible()))
      await app.page.getByRole('button', { name: t('devices.folder.title') }).click();
    await choose.click();
    await app.page.getByText(t('devices.folder.is', { folder: own })).waitFor();
  }
  await expectNoViolations(old.page);
  const item = await writeApart(old.page, null, 'One line');
  await expect(async () => {
    expect(await readPage(fresh.page, item)).toBe('One line');
  }).toPass({ timeout: 60_000 });
  await writeApart(old.page, item, 'One line, from the train');
  await writeApart(fresh.page, item, 'One line, from the desk');
  await goTo(old.page, t('today.title'));
  await old.page.getByText(t('devices.two.notice')).waitFor({ timeout: 60_000 });
  await old.page.getByRole('link', { name: t('devices.two.go') }).click();
  await old.page.getByRole('button', { name: new RegExp(t('devices.two.open')) }).click();
  await old.page.getByText('One line, from the train').waitFor();
  await expectNoViolations(old.page);
  await picture(old.page, info, 'two', 'window');
  await old.page.emulateMedia({ colorScheme: 'dark' });
  await picture(old.page, info, 'two-dark', 'window');
  await old.page.emulateMedia({ colorScheme: 'light' });
  await old.page.getByRole('button', { name: t('devices.two.keepBoth') }).click();
  await old.page.getByText(t('devices.two.done')).waitFor();

  await old.page.getByRole('button', { name: `Desk at work: ${t('devices.lost')}` }).click();
  await old.page.getByLabel(t('devices.recoveryCode'), { exact: true }).fill(recoveryCode);
  await expectNoViolations(old.page);
  await picture(old.page, info, 'lost', 'window');
  await old.page.getByRole('button', { name: t('devices.lost.confirm') }).click();
  await old.page.getByText(t('devices.lost.done', { name: 'Desk at work' })).waitFor();
  await expect(old.page.getByText('Desk at work', { exact: true })).toHaveCount(0);
});

/** Writes a page through the window's own bridge: what is tested here is what becomes of it. */
function writeApart(page: Page, item: string | null, words: string): Promise<string> {
  return page.evaluate(
    async ([known, text]) => {
      const { bridge } = window as unknown as { bridge: Bridge };
      const call = async (method: string, input: unknown) => {
        const result = await bridge.call(method, input);
        if (!result.ok) throw new Error(result.error.code);
        return result.value as { item: string };
      };
      const made = known ?? (await call('pages.create', { date: '2026-11-22', promptSet: null })).item;
      const blocks = [{ type: 'paragraph', spans: [{ text }] }];
      const sections = [{ prompt: null, prose: { format: 1, blocks } }];
      const body = { date: '2026-11-22', title: '', promptSet: null, sections };
      await call('pages.save', { item: made, body });
      await call('exchange.sync', {});
      return made;
    },
    [item, words] as const,
  );
}

function readPage(page: Page, item: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { bridge } = window as unknown as { bridge: Bridge };
    const result = await bridge.call('pages.get', { item: wanted });
    const value = result.ok ? (result.value as { body: PageBody }) : null;
    return value?.body.sections[0]?.prose.blocks[0]?.spans[0]?.text ?? '';
  }, item);
}
