import type { Database } from 'better-sqlite3';
import type {
  FacilitationFounding,
  FacilitationStatement,
  Suggestion,
} from '../../../shared/model/facilitation.ts';
import {
  foldFacilitation,
  foldSuggestions,
  type ThirdStatement,
} from '../../../shared/model/foldFacilitation.ts';
import type { Kind, KnownStatement } from '../../../shared/model/kinds.ts';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { AppError, type ErrorCode } from '../../../shared/result.ts';
import { toCanonical } from './canonical.ts';
import { facilitatedSpaceId, purposeOf } from './facilitationId.ts';
import { whoAmI } from './me.ts';
import { getPair, type Pair } from './pair.ts';
import { draftsOf, type KnownDraft, statementsOf, statementsUnder } from './read.ts';

export const facilitationParts = ['supervisee', 'supervisor', 'facilitator'] as const;
export type FacilitationPart = (typeof facilitationParts)[number];

export type FacilitationPerson = {
  readonly identity: string;
  readonly name: string;
  readonly known: 'me' | 'joined' | 'introduced';
  /** Their own word that they came has arrived. */
  readonly isHere: boolean;
};

export type Facilitation = {
  readonly space: string;
  readonly folder: string | null;
  readonly endedAt: string | null;
  readonly founding: FacilitationFounding;
  readonly people: Readonly<Record<FacilitationPart, FacilitationPerson>>;
  readonly me: FacilitationPart;
};

/** A facilitated space with its three people. Throws 'not_joined' when there is no such space. */
export function getFacilitation(db: Database, space: string): Facilitation {
  const row = db
    .prepare("SELECT folder, closed_at AS endedAt FROM space WHERE id = ? AND kind = 'facilitated'")
    .get(space) as { folder: string | null; endedAt: string | null } | undefined;
  const here = statementsOf(db, 'facilitationHere', space).filter(
    (one) => facilitatedSpaceId(one.body) === space,
  );
  const founding = here[0]?.body;
  if (row === undefined || founding === undefined) throw new AppError('not_joined', 'there is no such space');
  const own = whoAmI(db).identity;
  const personOf = (part: FacilitationPart): FacilitationPerson => {
    const identity = founding[part];
    const isHere = here.some((one) => one.owner === identity);
    return { identity, ...nameOf(db, identity), isHere };
  };
  return {
    space,
    ...row,
    founding,
    people: {
      supervisee: personOf('supervisee'),
      supervisor: personOf('supervisor'),
      facilitator: personOf('facilitator'),
    },
    me: facilitationParts.find((part) => founding[part] === own) ?? 'facilitator',
  };
}

/** Every facilitated space I am in, the newest first. */
export function listFacilitations(db: Database): Facilitation[] {
  const spaces = db
    .prepare("SELECT id FROM space WHERE kind = 'facilitated' ORDER BY made_at DESC, id")
    .pluck()
    .all() as string[];
  return spaces.map((space) => getFacilitation(db, space));
}

/** What stands in it, for all three the same. */
export function facilitationView(db: Database, { space, founding }: Facilitation) {
  const kinds = [
    'facilitationAccount',
    'facilitationNeed',
    'facilitationHeard',
    'facilitationWords',
  ] as const;
  const statements = kinds.flatMap((kind): FacilitationStatement[] => statementsOf(db, kind, space));
  return foldFacilitation({ ...founding, statements });
}

/** The ruptures of this very pair that its founder said it is for: one, from an honest founder. None for the facilitator, who knows of none. */
export function rupturesOf(db: Database, { space, founding }: Facilitation): string[] {
  return db
    .prepare(
      `SELECT DISTINCT rupture.id FROM item JOIN shown ON shown.item = item.id
         JOIN item AS rupture ON rupture.id = item.subject AND rupture.kind = 'rupture' AND rupture.space = item.space
         JOIN space ON space.id = item.space AND space.kind = 'pair'
       WHERE item.kind = 'facilitationInvite' AND item.owner = ? AND json_extract(shown.body, '$.space') = ?
         AND 2 = (SELECT count(*) FROM member WHERE member.space = item.space AND member.identity IN (?, ?))
       ORDER BY item.made_at, item.id`,
    )
    .pluck()
    .all(founding.founder, space, founding.supervisee, founding.supervisor) as string[];
}

/** Whom the two of a pair suggest for a rupture of theirs. */
export function suggestionsFor(db: Database, rupture: string, pair: Pair): Suggestion[] {
  return foldSuggestions(
    [pair.me.identity, pair.other.identity],
    statementsUnder(db, rupture).filter(
      (one): one is KnownStatement & ThirdStatement => isThird(one.kind) && one.subject === rupture,
    ),
  );
}

/** The suggestion a space was founded on, as it stands, with both people's yes to it; undefined when it does no longer. */
export function agreedSuggestion(
  db: Database,
  rupture: string,
  pair: Pair,
  founding: FacilitationFounding,
): Suggestion | undefined {
  return suggestionsFor(db, rupture, pair).find(
    (one) =>
      one.isAgreed &&
      one.by === founding.founder &&
      one.person === founding.facilitator &&
      purposeOf(rupture, one.hash, founding.salt) === founding.purpose,
  );
}

/** The space founded on a suggestion, if there is one here. */
export function foundedOn(db: Database, rupture: string, suggestion: Suggestion): Facilitation | undefined {
  return listFacilitations(db).find(
    ({ founding }) =>
      founding.founder === suggestion.by &&
      purposeOf(rupture, suggestion.hash, founding.salt) === founding.purpose,
  );
}

/** Every space that was opened for a rupture, the newest first. */
export function facilitationsFor(db: Database, rupture: string): Facilitation[] {
  return listFacilitations(db).filter((one) => rupturesOf(db, one).includes(rupture));
}

/** My one item of a kind in a facilitated space, shown or not. */
export function myFacilitationItem(db: Database, space: string, kind: Kind): string | undefined {
  const item = db
    .prepare(
      `SELECT item.id FROM item LEFT JOIN shown ON shown.item = item.id
       WHERE item.space = ? AND item.kind = ? AND item.owner = ?
       ORDER BY shown.body IS NULL, shown.at DESC, shown.hash DESC, item.id LIMIT 1`,
    )
    .pluck()
    .get(space, kind, whoAmI(db).identity);
  return typeof item === 'string' ? item : undefined;
}

/** Whether each of the three has said that they are here. */
export function isComplete({ people }: Facilitation): boolean {
  return facilitationParts.every((part) => people[part].isHere);
}

/** My words of a kind in a facilitated space that are not shown, or not in this form. */
export function facilitationDraft<K extends Kind>(
  db: Database,
  space: string,
  kind: K,
): (KnownDraft & { kind: K }) | undefined {
  const said = db.prepare('SELECT body FROM shown WHERE item = ?').pluck();
  return draftsOf(db, kind).find((draft) => {
    const shown = said.get(draft.item);
    const isShown = typeof shown === 'string' && toCanonical(JSON.parse(shown)) === toCanonical(draft.body);
    return draft.space === space && !isShown;
  });
}

/** The name somebody is known by here, and how. */
function nameOf(db: Database, identity: string): Pick<FacilitationPerson, 'name' | 'known'> {
  const row = db.prepare('SELECT name, state FROM identity WHERE id = ?').get(identity) as {
    name: string;
    state: string;
  };
  const known = row.state === 'me' || row.state === 'joined' ? row.state : 'introduced';
  return { name: row.name, known };
}

function isThird(kind: Kind): boolean {
  return kind === 'ruptureThird' || kind === 'ruptureThirdYes';
}

/** The pair a rupture was named in. Throws 'not_found' for what is no rupture of a pair of mine. */
export function pairOfRupture(db: Database, rupture: string): Pair {
  const space = db.prepare("SELECT space FROM item WHERE id = ? AND kind = 'rupture'").pluck().get(rupture);
  if (typeof space !== 'string') throw new AppError('not_found', 'there is no such rupture');
  return getPair(db, space);
}

/** Why nobody can be suggested, agreed to or asked now; null when they can. The gate comes first: it is the person's own answer. */
export function whyClosedToThird(pair: Pair, repair: RepairView): ErrorCode | null {
  if (pair.endedAt !== null) return 'pair_ended';
  if (repair.gate === 'yes' || repair.gate === 'notSure') return 'gate_closed';
  if (repair.paused.byMe || repair.paused.byOther) return 'resting';
  if (repair.named.state === 'taken' || repair.stage === 'settled') return 'stage_skipped';
  return null;
}

/** Throws the reason of `whyClosedToThird`. */
export function mustBeOpenToThird(pair: Pair, repair: RepairView): void {
  const why = whyClosedToThird(pair, repair);
  if (why !== null) throw new AppError(why, 'this is not the time for a third person');
}
