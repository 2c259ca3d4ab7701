import type { Database } from 'better-sqlite3';
import type { FacilitationInvitation, ThirdPerson } from '../../../shared/contract/facilitations.ts';
import type { FacilitationFounding } from '../../../shared/model/facilitation.ts';
import type { KnownStatement } from '../../../shared/model/kinds.ts';
import type { Deps } from '../deps.ts';
import { say } from '../items/commit.ts';
import { listPairs, type Pair } from '../items/pair.ts';
import { statementsOf } from '../items/read.ts';
import { readFacilitationInvite } from './facilitationInvite.ts';
import type { InvitedPerson } from './invitedPeople.ts';
import { openSpace } from './openSpace.ts';

/** Opens a facilitated space here, with my own word in it that I am there. */
export function openFacilitation(
  deps: Deps,
  opened: {
    readonly space: string;
    readonly founding: FacilitationFounding;
    readonly people: readonly InvitedPerson[];
    readonly folder: string | null;
  },
): void {
  const { space, founding, people, folder } = opened;
  openSpace(
    deps.vault.db(),
    { id: space, kind: 'facilitated', title: null, folder, people },
    deps.platform.now(),
  );
  say(deps, { kind: 'facilitationHere', space, body: founding });
}

/** An invitation of somebody I am joined with, and the rupture of ours that it is for; null where I am asked as the third person. */
type OpenInvitation = FacilitationInvitation & { readonly rupture: string | null };

/** What others have invited me to, each in the pair we have, that I have not taken up. */
export function openInvitations(db: Database): OpenInvitation[] {
  const opened = new Set(db.prepare("SELECT id FROM space WHERE kind = 'facilitated'").pluck().all());
  return listPairs(db).flatMap((pair) =>
    statementsOf(db, 'facilitationInvite', pair.space)
      .filter((invite) => invite.owner === pair.other.identity && !opened.has(invite.body.space))
      .map((invite) => invitationView(db, invite, pair)),
  );
}

function invitationView(
  db: Database,
  invite: KnownStatement & { kind: 'facilitationInvite' },
  pair: Pair,
): OpenInvitation {
  const people = readFacilitationInvite(db, invite, pair);
  const { item, at, body, subject } = invite;
  const named = (identity: string) => personView(db, identity, people ?? []);
  return {
    invite: item,
    from: pair.other.name,
    at,
    rupture: subject,
    people:
      people === null
        ? null
        : {
            supervisee: named(body.supervisee),
            supervisor: named(body.supervisor),
            facilitator: named(body.facilitator),
          },
  };
}

/** Somebody known keeps the name they are known by here. */
function personView(db: Database, identity: string, people: readonly InvitedPerson[]): ThirdPerson {
  const row = db.prepare('SELECT name, state FROM identity WHERE id = ?').get(identity) as
    | { name: string; state: string }
    | undefined;
  if (row?.state === 'me' || row?.state === 'joined') return { identity, name: row.name, known: row.state };
  const card = people.find((person) => person.identity === identity)?.card;
  return { identity, name: card?.name ?? '', known: 'introduced' };
}
