import type { Page } from '@playwright/test';
import type { Where } from '../../shared/model/placement.ts';
import { people } from '../support/pairWindows.ts';
import * as session from '../support/sessionWindows.ts';
import { text } from '../support/text.ts';
import { goTo } from '../support/vaultWindow.ts';
import type { Cast } from './bringPeople.ts';
import { sessionDay } from './session.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** Both turn blind placement on; each places the session alone, and both open at once. */
export async function blindPlacement(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  const title = t('choices.placement.title');
  await stage.step('choice-suggested', cast.supervisee, async () => {
    await session.openPair(her, 'supervisor');
    await session.unfold(her, t('choices.title'));
    const suggest = t('choices.suggest', { name: people.supervisee });
    await her.getByRole('button', { name: `${suggest}: ${title}` }).click();
    await session.openPair(him, 'supervisee');
    await session.unfold(him, t('choices.title'));
    await him.getByText(t('choices.suggestedToYou', { name: people.supervisor })).waitFor();
  });
  await him.getByRole('button', { name: `${t('choices.turnOn')}: ${title}` }).click();
  await her.getByText(t('choices.isOn')).waitFor();
  await stage.step('placement-sealed', cast.supervisee, async () => {
    await session.openSession(him, 'supervisee', sessionDay.shown);
    await session.openTopic(him, t('sessions.part.beforeWeGo'));
    await placeAndSeal(him, 'to', people.supervisor);
    await him.getByText(t('choices.placement.sealed', { where: t('choices.where.to') })).waitFor();
  });
  await stage.step('placement-both', cast.supervisor, async () => {
    await session.openSession(her, 'supervisor', sessionDay.shown);
    await session.openTopic(her, t('sessions.part.beforeWeGo'));
    await placeAndSeal(her, 'with', people.supervisee);
    for (const page of [her, him]) {
      await page
        .getByRole('article')
        .filter({ hasText: t('choices.where.to.what') })
        .waitFor();
      await page
        .getByRole('article')
        .filter({ hasText: t('choices.where.with.what') })
        .waitFor();
    }
  });
  await stage.mark('placement-both-other-side', cast.supervisee);
}

/** The ledger of promises, and what a supervisor keeps in mind: a note that never leaves the vault. */
export async function ledgerAndPreparation(stage: Stage, cast: Cast): Promise<void> {
  const [her, him] = [cast.supervisor.page, cast.supervisee.page];
  await stage.step('promises', cast.supervisee, async () => {
    await session.openPair(him, 'supervisee');
    await him.getByRole('link', { name: t('promises.all') }).click();
    await him.getByRole('heading', { name: t('promises.title', { name: people.supervisor }) }).waitFor();
    await him.getByText('Ring the school on Monday.').waitFor();
  });
  await stage.step('preparation', cast.supervisor, async () => {
    await goTo(her, t('pairs.title'));
    await her.getByRole('link', { name: t('preparation.open') }).click();
    const note = her.getByLabel(t('preparation.note', { name: people.supervisee }));
    await note.fill(`Ask how he slept. ${stage.canary('preparation note')}`);
    await her.locator('[data-save-state="saved"]').waitFor();
  });
  await session.openSession(her, 'supervisor', sessionDay.shown);
  await session.openSession(him, 'supervisee', sessionDay.shown);
}

async function placeAndSeal(page: Page, where: Where, name: string): Promise<void> {
  await session.unfold(page, t('choices.placement.title'));
  await page.getByRole('radio', { name: t(`choices.where.${where}.what`) }).click({ force: true });
  await page.getByRole('button', { name: t('choices.placement.seal', { name }) }).click();
}
