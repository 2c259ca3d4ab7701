import type { Input, Output } from '../../../shared/contract/index.ts';
import { residueCurve } from '../../../shared/model/residue.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { saveWindow } from '../documents/savePdf.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { inOneTransaction } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { placedMoments } from '../items/placedMoments.ts';
import { draftsOf } from '../items/read.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';

/** Characters of an episode's words: enough to know it by. */
const enoughToKnow = 80;

/** What was deleted is left out, and so are moments that were not placed. */
function getLookingBack(deps: Deps): Output<'lookingBack.get'> {
  const db = deps.vault.db();
  const dayOf = (instant: string) => civilDate(new Date(instant));
  const moments = placedMoments(db).map(({ at, ...placed }) => ({ day: dayOf(at), ...placed }));
  const episodes = draftsOf(db, 'episode')
    .sort((one, other) => (one.body.at < other.body.at ? -1 : one.body.at > other.body.at ? 1 : 0))
    .map(({ body }) => ({
      day: dayOf(body.at),
      what: beginningOf(body.what),
      kinds: body.kinds,
      obstacles: body.obstacles,
      said: body.said,
      curve: residueCurve(body, dayOf),
    }));
  return { today: civilDate(deps.platform.now()), moments, episodes };
}

/** The name it is offered under tells nothing but the day. */
async function printLookingBack(
  deps: Deps,
  input: Input<'lookingBack.print'>,
): Promise<Output<'lookingBack.print'>> {
  deps.vault.db();
  const path = await saveWindow(
    deps.platform,
    {
      path: input.path,
      dialogTitle: dialogTitle(deps.platform, 'dialogs.print'),
      name: `Twovoice ${civilDate(deps.platform.now())}`,
    },
    (bytes) =>
      inOneTransaction(deps, () =>
        appendLedger(deps.vault.db(), deps.platform.now(), 'export', null, sha256(bytes)),
      ),
  );
  return { path };
}

function beginningOf(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  // By whole characters, so that none is cut in two.
  const characters = [...line.slice(0, enoughToKnow * 2)];
  return characters.length <= enoughToKnow ? line : `${characters.slice(0, enoughToKnow).join('')}…`;
}

export const lookingBackApi = {
  'lookingBack.get': getLookingBack,
  'lookingBack.print': printLookingBack,
} as const;
