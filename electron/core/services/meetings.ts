import type { Input, Output } from '../../../shared/contract/index.ts';
import { formal } from '../../../shared/reflection/formal.ts';
import { emptySections } from '../../../shared/reflection/promptSets.ts';
import { AppError } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { questionCard } from '../documents/questionCard.ts';
import { meetingSheet } from '../documents/meetingSheet.ts';
import { savePdf } from '../documents/savePdf.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { inOneTransaction, saveDraft } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getDraft } from '../items/read.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';

function createMeeting(deps: Deps, input: Input<'meetings.create'>): Output<'meetings.create'> {
  const body = { ...input, promptSet: formal.id, sections: emptySections(formal.id) };
  return { item: saveDraft(deps, { kind: 'page', space: whoAmI(deps.vault.db()).selfSpace, body }) };
}

/** Reads the sheets without the other pages; its plan is asserted in tests. */
export const meetingsSql = `SELECT item, date, title, meeting
  FROM page
  WHERE meeting IS NOT NULL
  ORDER BY place DESC
  LIMIT 500`;

function listMeetings({ vault }: Deps): Output<'meetings.list'> {
  const meetings = prepared(vault.db(), meetingsSql).all() as Output<'meetings.list'>['meetings'];
  return { meetings };
}

/** Throws 'not_found' for a page that is no sheet. The export is in the ledger; nothing in it names the page. */
async function printMeeting(deps: Deps, input: Input<'meetings.print'>): Promise<Output<'meetings.print'>> {
  const { body } = getDraft(deps.vault.db(), 'page', input.item);
  if (body.meeting === undefined) throw new AppError('not_found', 'this page is no sheet for a meeting');
  const sheet = meetingSheet({ ...body, meeting: body.meeting }, input.language);
  const options = { sheet, path: input.path, dialogTitle: dialogTitle(deps.platform, 'dialogs.print') };
  const path = await savePdf(deps.platform, options, (bytes) =>
    inOneTransaction(deps, () =>
      appendLedger(deps.vault.db(), deps.platform.now(), 'export', null, sha256(bytes)),
    ),
  );
  return { path };
}

async function printCard(deps: Deps, input: Input<'cards.print'>): Promise<Output<'cards.print'>> {
  deps.vault.db();
  const sheet = questionCard(input.language);
  return {
    path: await savePdf(deps.platform, {
      sheet,
      path: input.path,
      dialogTitle: dialogTitle(deps.platform, 'dialogs.print'),
    }),
  };
}

export const meetingsApi = {
  'meetings.create': createMeeting,
  'meetings.list': listMeetings,
  'meetings.print': printMeeting,
  'cards.print': printCard,
} as const;
