import { join } from 'node:path';
import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { expectSaved, newPage, openPage, writingBox } from '../support/pageWindow.ts';
import { picture } from '../support/pictures.ts';
import { mountSmallDisk } from '../support/smallDisk.ts';
import { text } from '../support/text.ts';
import { makeVault, unlock } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('On a full disk the window says so and keeps the words; they are saved when there is room', async ({
  launch,
}, info) => {
  test.setTimeout(120_000);
  const disk = mountSmallDisk(48);
  test.skip(
    disk === null,
    'mounting a small disk needs root; tests/core/pages.test.ts fills the database instead',
  );
  if (disk === null) return;
  try {
    const app = await launch({ data: join(disk.folder, 'profile') });
    const { page } = app;
    await makeVault(page, { name: 'Nia Example' });
    await newPage(page);
    await page.keyboard.type('Before. ');
    await expectSaved(page);
    disk.fill();
    const long = 'Written while the disk was full. '.repeat(2_000);
    await page.keyboard.insertText(long);
    const notice = page.getByRole('alert').filter({ hasText: t('common.saved.failed') });
    await expect(notice.first()).toBeVisible();
    await page.keyboard.type('And more.');
    await expectNoViolations(page);
    await picture(page, info, 'full', 'window');
    await expect(writingBox(page)).toContainText('And more.');
    await page
      .getByRole('button', { name: t('common.save'), exact: true })
      .first()
      .click();
    await expect(notice.first()).toBeVisible();
    // It tries again by itself, every few seconds: a click on "Save" now could come after the button has gone.
    disk.makeRoom();
    await expectSaved(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await app.kill();
    const again = await launch({ data: app.data });
    await unlock(again.page);
    await openPage(again.page, 'Before.');
    await expect(writingBox(again.page)).toHaveText(`Before. ${long}And more.`);
    await again.kill();
  } finally {
    disk.remove();
  }
});
