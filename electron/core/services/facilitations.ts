import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { endFacilitation } from '../exchange/facilitationEnding.ts';
import { readFacilitationInvite } from '../exchange/facilitationInvite.ts';
import { openFacilitation, openInvitations } from '../exchange/facilitationOpening.ts';
import { mustBeSharedFolder } from '../exchange/sharedFolder.ts';
import { exchangeStanding } from '../exchange/standing.ts';
import { inOneTransaction } from '../items/commit.ts';
import {
  type Facilitation,
  facilitationDraft,
  facilitationParts,
  facilitationView,
  getFacilitation,
  isComplete,
  listFacilitations,
  mustBeOpenToThird,
  pairOfRupture,
  rupturesOf,
} from '../items/facilitation.ts';
import { listPairs } from '../items/pair.ts';
import { getStatement, spaceOf } from '../items/read.ts';
import { getRepair } from '../items/repair.ts';
import { stampOf } from '../items/sessionDrafts.ts';

function listAll(deps: Deps): Output<'facilitations.list'> {
  const db = deps.vault.db();
  return {
    spaces: listFacilitations(db).map((one) => ({
      space: one.space,
      me: one.me,
      names: facilitationParts.filter((part) => part !== one.me).map((part) => one.people[part].name),
      endedAt: one.endedAt,
    })),
    invitations: openInvitations(db).filter(({ rupture }) => rupture === null),
  };
}

/** Comes into a space one was invited to. Nothing of the invitation is answered before this, and letting it be leaves no trace. */
async function join(deps: Deps, input: Input<'facilitations.join'>): Promise<Output<'facilitations.join'>> {
  const { folder } = input;
  if (folder !== null) await mustBeSharedFolder(deps.vault.db(), folder);
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const invite = getStatement(db, 'facilitationInvite', input.invite);
    const pair = listPairs(db).find((one) => one.space === spaceOf(db, invite.item));
    const people = pair === undefined ? null : readFacilitationInvite(db, invite, pair);
    if (pair === undefined || people === null) {
      throw new AppError('invite_unsound', 'the invitation does not hold');
    }
    if (pair.endedAt !== null) throw new AppError('pair_ended', 'this pair has ended');
    if (invite.subject !== null) mustBeOpenToThird(pair, getRepair(db, invite.subject));
    const { space, cards, ...founding } = invite.body;
    if (listFacilitations(db).some((one) => one.space === space)) {
      throw new AppError('conflict', 'you are in there already');
    }
    openFacilitation(deps, { space, founding, people, folder });
    return { space };
  });
}

function getPage(deps: Deps, { space }: Input<'facilitations.get'>): Output<'facilitations.get'> {
  const db = deps.vault.db();
  const one = getFacilitation(db, space);
  const { me, people, founding, endedAt, folder } = one;
  const rupture = rupturesOf(db, one)[0] ?? null;
  return {
    space,
    me,
    people,
    founder:
      facilitationParts.map((part) => people[part]).find((p) => p.identity === founding.founder)?.name ?? '',
    view: facilitationView(db, one),
    endedAt,
    isComplete: isComplete(one),
    rupture,
    folder,
    exchange: exchangeStanding(deps, space, folder),
    drafts: draftsIn(deps, one),
    own: rupture === null ? null : ownWords(deps, rupture),
  };
}

async function setFolder(
  deps: Deps,
  { space, folder }: Input<'facilitations.setFolder'>,
): Promise<Output<'facilitations.setFolder'>> {
  getFacilitation(deps.vault.db(), space);
  await mustBeSharedFolder(deps.vault.db(), folder);
  deps.vault.db().prepare('UPDATE space SET folder = ? WHERE id = ?').run(folder, space);
  return {};
}

function end(deps: Deps, { space }: Input<'facilitations.end'>): Output<'facilitations.end'> {
  const { endedAt } = getFacilitation(deps.vault.db(), space);
  if (endedAt !== null) throw new AppError('third_ended', 'this has ended');
  endFacilitation(deps, space);
  return {};
}

/** My working copies, but for one that says just what is shown. */
function draftsIn(deps: Deps, { space }: Facilitation): Output<'facilitations.get'>['drafts'] {
  const db = deps.vault.db();
  const account = facilitationDraft(db, space, 'facilitationAccount')?.body;
  const need = facilitationDraft(db, space, 'facilitationNeed')?.body;
  const words = facilitationDraft(db, space, 'facilitationWords')?.body;
  return {
    account: account === undefined ? null : { ...account, stamp: stampOf(account) },
    need: need === undefined ? null : { ...need, stamp: stampOf(need) },
    words: words === undefined ? null : { ...words, stamp: stampOf(words) },
  };
}

/** What I have shown the other in the repair. Only my own: nobody copies another's words to a third person. */
function ownWords(deps: Deps, rupture: string): Output<'facilitations.get'>['own'] {
  const db = deps.vault.db();
  pairOfRupture(db, rupture);
  const { account, need } = getRepair(db, rupture).now.mine;
  return {
    account: account === null ? null : { howItWas: account.howItWas, myPart: account.myPart },
    need: need === null ? null : { need: need.need, iWill: need.iWill, by: need.by },
  };
}

export const facilitationsApi = {
  'facilitations.list': listAll,
  'facilitations.join': join,
  'facilitations.get': getPage,
  'facilitations.setFolder': setFolder,
  'facilitations.end': end,
} as const;
