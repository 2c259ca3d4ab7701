import { expectNoViolations } from '../support/axe.ts';
import { expect, test } from '../support/fixture.ts';
import { openOwnVault } from '../support/ownVault.ts';
import { openJoined, people } from '../support/pairWindows.ts';
import { look } from '../support/pictures.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';

const t = text('en-GB');

test('A few words in passing, by keyboard alone: written, called away, found again, shown, answered', async ({
  launch,
}, info) => {
  test.setTimeout(180_000);
  const { supervisor, supervisee } = await openJoined(launch);
  const [her, him] = [supervisor.page, supervisee.page];
  await goTo(him, t('frame.place.today'));
  await expect(him.getByRole('heading', { name: t('corridor.today.title') })).toBeVisible();
  await look(him, info, '0-today');

  await him.keyboard.press('Control+Shift+K');
  await him.keyboard.type('We said: ring the school first.');
  const dialog = him.getByRole('dialog', { name: t('corridor.titleWith', { name: people.supervisor }) });
  await expect(dialog.locator('[data-save-state="saved"]')).toHaveText(t('common.saved.saved'));
  await him.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await him.keyboard.press('Control+Shift+K');
  await expect(dialog.getByLabel(t('corridor.words'))).toHaveValue('We said: ring the school first.');
  await expect(dialog.getByText(t('corridor.begun'))).toBeVisible();
  await him.keyboard.press('Tab');
  await him.keyboard.type('The school');
  await him.keyboard.press('Tab');
  await him.keyboard.press('Enter');
  await him.keyboard.press('Tab');
  await him.keyboard.type('Ring before every visit.');
  await look(him, info, '1-write');

  // A decision says who could make it, also in passing.
  await him.keyboard.press('Control+Enter');
  await expect(dialog.getByText(t('corridor.needWho'))).toBeVisible();
  await him.keyboard.press('Tab');
  await him.keyboard.press('Space');
  await him.keyboard.press('Control+Enter');
  await expect(dialog.getByText(t('corridor.exactly', { name: people.supervisor }))).toBeVisible();
  await expect(
    dialog.getByRole('button', { name: t('sessions.show.confirm', { name: people.supervisor }) }),
  ).toBeFocused();
  await look(him, info, '2-look-at-it');
  await him.keyboard.press('Enter');
  await session.sessionHeading(him).waitFor();
  await expect(him.getByRole('heading', { level: 2, name: 'The school', exact: true })).toBeVisible();
  await look(him, info, '3-session');

  await session.openPair(her, 'supervisor');
  await expect(her.getByText(t('corridor.kind'))).toBeVisible();
  await look(her, info, '4-pair');
  await her
    .getByRole('listitem')
    .filter({ hasText: t('corridor.kind') })
    .getByRole('link')
    .click();
  await session.sessionHeading(her).waitFor();
  await expect(session.voiceOf(her, 'supervisee')).toContainText('ring the school first');
  await expect(her.getByText('Ring before every visit.')).toBeVisible();
  await session.speak(her, 'supervisor', 'And I ask the health visitor.');
  await expect(session.voiceOf(him, 'supervisor')).toContainText('health visitor');
  await goTo(him, t('frame.help'));
  await expect(him.getByText('Ctrl Shift K')).toBeVisible();
});

test('Where nobody has been joined with, the keys say where that begins', async ({ launch }) => {
  const { page } = await openOwnVault(launch);
  await page.keyboard.press('Control+Shift+K');
  await expect(page.getByText(t('corridor.nobody'))).toBeVisible();
  await expectNoViolations(page);
});
