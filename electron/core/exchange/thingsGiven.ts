import type { Database } from 'better-sqlite3';
import type { LedgerThing } from '../../../shared/model/ledgerMeaning.ts';
import { prepared } from '../db/prepared.ts';
import { whoAmI } from '../items/me.ts';
import { isAbout, type LedgerEntry } from './ledger.ts';

type Packet = {
  readonly space: string;
  readonly hash: string;
  readonly at: string;
  readonly isCheckpoint: number;
};
type Shown = {
  readonly space: string;
  readonly at: string;
  readonly item: string;
  readonly kind: string;
};

/**
 * What the packets were that entries of giving are about, by the entry's number: what I had shown in that space since the
 * packet before. Entries about packets that are no longer known here are left out.
 */
export function thingsGiven(
  db: Database,
  entries: readonly LedgerEntry[],
): ReadonlyMap<number, readonly LedgerThing[]> {
  const given = entries.filter((entry) => entry.act === 'given' && entry.space !== null);
  const things = new Map<number, readonly LedgerThing[]>();
  if (given.length === 0) return things;
  const packets = db
    .prepare(
      `SELECT space, hash, at, is_checkpoint AS isCheckpoint FROM packet_out WHERE content > 0 ORDER BY space, seq`,
    )
    .all() as Packet[];
  const byPlace = new Map<string, { packet: Packet; after: string }[]>();
  let earlier = '';
  packets.forEach((packet, index) => {
    const before = packets[index - 1];
    // Packets of one instant cannot be told apart by time: each is then said to hold what was shown for all of them.
    if (before?.space !== packet.space) earlier = '';
    else if (before.at !== packet.at) earlier = before.at;
    const after = earlier;
    const key = `${packet.space} ${packet.at}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), { packet, after }]);
  });
  const known = given.flatMap((entry) => {
    const found = byPlace
      .get(`${entry.space} ${entry.at}`)
      ?.find(({ packet }) => isAbout(entry, packet.hash));
    return found === undefined ? [] : [{ number: entry.number, ...found }];
  });
  const shown = shownBetween(
    db,
    known.map(({ after }) => after).sort()[0] ?? '',
    known
      .map(({ packet }) => packet.at)
      .sort()
      .at(-1) ?? '',
  );
  const dates = new Map<string, string | null | undefined>();
  for (const { number, packet, after } of known) {
    const said = between(shown.get(packet.space) ?? [], after, packet.at);
    const isEverything = packet.isCheckpoint === 1;
    things.set(
      number,
      isEverything ? [{ thing: 'everything' }] : once(said.map((one) => thingOf(db, dates, one))),
    );
  }
  return things;
}

/** My own revisions of shared items made after one instant and not after another, by space, oldest first. */
function shownBetween(db: Database, after: string, until: string): Map<string, Shown[]> {
  const rows = db
    .prepare(
      `SELECT item.space AS space, revision.at AS at, item.id AS item, item.kind AS kind
       FROM revision JOIN item ON item.id = revision.item JOIN space ON space.id = item.space
       WHERE item.owner = ? AND space.kind <> 'self' AND revision.at > ? AND revision.at <= ? ORDER BY revision.at, revision.number`,
    )
    .all(whoAmI(db).identity, after, until) as Shown[];
  const bySpace = new Map<string, Shown[]>();
  for (const row of rows) {
    const list = bySpace.get(row.space);
    if (list === undefined) bySpace.set(row.space, [row]);
    else list.push(row);
  }
  return bySpace;
}

/** Of a list in order of time, what was made after one instant and not after another. */
function between(shown: readonly Shown[], after: string, until: string): Shown[] {
  let [first, end] = [0, shown.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((shown[middle]?.at ?? '') > after) end = middle;
    else first = middle + 1;
  }
  const found: Shown[] = [];
  for (let place = first; place < shown.length; place += 1) {
    const one = shown[place];
    if (one === undefined || one.at > until) break;
    found.push(one);
  }
  return found;
}

const agreementKinds = ['arrangements', 'leaderPromise', 'pairStandard', 'sessionTime'];
const partingKinds = ['leaving', 'leavingWords', 'left', 'continues'];
const choiceKinds = ['choice', 'placementCommit', 'placementReveal', 'pulse'];

function thingOf(
  db: Database,
  dates: Map<string, string | null | undefined>,
  { item, kind }: Shown,
): LedgerThing {
  if (kind === 'proposal' || kind === 'confirmation') return { thing: 'signature' };
  if (kind.startsWith('rupture')) return { thing: 'repair' };
  if (kind.startsWith('consent')) return { thing: 'line' };
  if (kind === 'facilitationInvite') return { thing: 'thirdInvite' };
  if (kind.startsWith('facilitation')) return { thing: 'third' };
  if (kind.startsWith('circle')) return { thing: 'circle' };
  if (kind.startsWith('indicator')) return { thing: 'indicator' };
  if (kind.startsWith('agreement') || agreementKinds.includes(kind)) return { thing: 'agreement' };
  if (choiceKinds.includes(kind)) return { thing: 'choice' };
  if (partingKinds.includes(kind)) return { thing: 'parting' };
  if (kind === 'phrase') return { thing: 'phrase' };
  if (kind === 'strength') return { thing: 'strengths' };
  if (kind === 'member') return { thing: 'pair' };
  if (kind === 'notice') return { thing: 'other' };
  if (!dates.has(item)) dates.set(item, dateOfSession(db, item));
  const date = dates.get(item);
  return date === undefined
    ? { thing: 'other' }
    : date === null
      ? { thing: 'sessions' }
      : { thing: 'session', date };
}

/** The date of the session something was said in; null when the session's own date is gone, undefined outside of one. */
function dateOfSession(db: Database, item: string): string | null | undefined {
  return prepared(
    db,
    `WITH RECURSIVE above (id, kind, subject) AS (
         SELECT id, kind, subject FROM item WHERE id = ?
         UNION SELECT item.id, item.kind, item.subject FROM item JOIN above ON item.id = above.subject
       )
       SELECT json_extract(shown.body, '$.date') FROM above LEFT JOIN shown ON shown.item = above.id
       WHERE above.kind = 'session'`,
  )
    .pluck()
    .get(item) as string | null | undefined;
}

function once(things: readonly LedgerThing[]): LedgerThing[] {
  const keys = new Set<string>();
  return things.filter((thing) => {
    const key = JSON.stringify(thing);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
