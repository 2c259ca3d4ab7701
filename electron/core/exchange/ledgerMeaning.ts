import type { Database } from 'better-sqlite3';
import type { LedgerMeaning, LedgerThing } from '../../../shared/model/ledgerMeaning.ts';
import { thirdAbout } from './facilitationArrivals.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, statementsOf } from '../items/read.ts';
import { mustRootOf } from '../items/recordSubject.ts';
import {
  isAbout,
  learningExportAbout,
  type LedgerEntry,
  ledgerExportAbout,
  pagesExportAbout,
  signedExportAbout,
} from './ledger.ts';
import { thingsGiven } from './thingsGiven.ts';

type Person = LedgerMeaning['people'][number];

/** A text some entry may be about, and what it then is. */
type Candidate = { readonly about: string; readonly thing: LedgerThing };

/**
 * What entries mean. The ledger holds salted hashes only: what an entry was about is found by trying what this vault still
 * holds, and stays unknown when that is gone.
 */
export function meaningsOf(
  db: Database,
  entries: readonly LedgerEntry[],
): { readonly entry: LedgerEntry; readonly meaning: LedgerMeaning }[] {
  const me = whoAmI(db).identity;
  const people = peopleBySpace(db, me);
  const everybody = db.prepare('SELECT id AS identity, name FROM identity').all() as Person[];
  const facilitated: ReadonlySet<unknown> = new Set(
    db.prepare("SELECT id FROM space WHERE kind = 'facilitated'").pluck().all(),
  );
  const given = thingsGiven(db, entries);
  const records = lazily(() => recordCandidates(db));
  const lines = lazily(() => lineCandidates(db));
  const files = lazily(() => [...packCandidates(db), ...exportCandidates(records())]);
  const find = (entry: LedgerEntry, candidates: readonly Candidate[]) =>
    candidates
      .filter((one) => isAbout(entry, one.about))
      .map((one) => one.thing)
      .slice(0, 1);

  function meaningOf(entry: LedgerEntry): LedgerMeaning {
    const here = entry.space === null ? [] : (people.get(entry.space) ?? []);
    const about = everybody.filter((person) => isAbout(entry, person.identity));
    switch (entry.act) {
      case 'joined': {
        const isSpace = entry.space !== null && isAbout(entry, entry.space);
        const asked = everybody.filter((person) => isAbout(entry, thirdAbout(person.identity)));
        if (asked.length > 0) return { did: 'thirdAsked', people: asked, things: [] };
        if (facilitated.has(entry.space)) {
          return isSpace
            ? { did: 'joinedThird', people: here, things: [] }
            : { did: 'thirdCame', people: about, things: [] };
        }
        return {
          did: isSpace ? 'joinedCircle' : 'joined',
          people: isSpace ? here : about.length > 0 ? about : here,
          things: [],
        };
      }
      case 'ended':
        return { did: facilitated.has(entry.space) ? 'endedThird' : 'ended', people: here, things: [] };
      case 'devices': {
        const isMine = about.some((person) => person.identity === me);
        return { did: isMine ? 'ownDevices' : 'devices', people: isMine ? [] : about, things: [] };
      }
      case 'given':
        if (entry.space === null) return { did: 'ownDevice', people: [], things: [] };
        return { did: 'given', people: here, things: given.get(entry.number) ?? [] };
      case 'consent': {
        const said = lines().flatMap(({ about: hash, thing }) =>
          (['given', 'taken back'] as const).flatMap((act) =>
            isAbout(entry, `${act} ${hash}`) ? [{ act, thing }] : [],
          ),
        )[0];
        if (said === undefined) return { did: 'consent', people: here, things: [] };
        return {
          did: said.act === 'given' ? 'consentGiven' : 'consentTaken',
          people: here,
          things: [said.thing],
        };
      }
      case 'signature':
        return { did: 'signature', people: here, things: find(entry, records()) };
      case 'export':
        return { did: 'export', people: here, things: find(entry, files()) };
      case 'erasure':
        return { did: 'erasure', people: [], things: [] };
    }
  }

  return entries.map((entry) => ({ entry, meaning: meaningOf(entry) }));
}

function peopleBySpace(db: Database, me: string): Map<string, Person[]> {
  const rows = db
    .prepare(
      `SELECT member.space AS space, identity.id AS identity, identity.name AS name
       FROM member JOIN identity ON identity.id = member.identity
       WHERE identity.id <> ? ORDER BY identity.name COLLATE NOCASE, identity.id`,
    )
    .all(me) as (Person & { space: string })[];
  const people = new Map<string, Person[]>();
  for (const { space, identity, name } of rows) {
    people.set(space, [...(people.get(space) ?? []), { identity, name }]);
  }
  return people;
}

/** Records proposed or signed, by hash. */
function recordCandidates(db: Database): Candidate[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT item.id AS item, json_extract(shown.body, '$.hash') AS hash
       FROM item JOIN shown ON shown.item = item.id
       WHERE item.kind IN ('proposal', 'confirmation') AND json_extract(shown.body, '$.hash') IS NOT NULL`,
    )
    .all() as { item: string; hash: string }[];
  return rows.flatMap(({ item, hash }): Candidate[] => {
    const root = db
      .prepare(
        `SELECT item.kind AS kind, json_extract(shown.body, '$.date') AS date
         FROM item JOIN shown ON shown.item = item.id WHERE item.id = ?`,
      )
      .get(mustRootOf(db, item)) as { kind: string; date: string | null } | undefined;
    if (root === undefined) return [];
    if (root.kind !== 'session') {
      return [
        { about: hash, thing: { thing: root.kind === 'agreement' ? 'agreementRecord' : 'leavingRecord' } },
      ];
    }
    return root.date === null ? [] : [{ about: hash, thing: { thing: 'record', date: root.date } }];
  });
}

function exportCandidates(records: readonly Candidate[]): Candidate[] {
  return [
    ...records.map(({ about, thing }) => ({ about: signedExportAbout(about), thing })),
    { about: ledgerExportAbout, thing: { thing: 'ledger' } },
    { about: pagesExportAbout, thing: { thing: 'pages' } },
    { about: learningExportAbout, thing: { thing: 'learning' } },
  ];
}

function packCandidates(db: Database): Candidate[] {
  return draftsOf(db, 'pack').flatMap(({ body }) =>
    body.exports.map(({ hash }) => ({ about: hash, thing: { thing: 'pack' as const, words: body.title } })),
  );
}

/** Lines somebody asked for, by the hash of their text. */
function lineCandidates(db: Database): Candidate[] {
  return statementsOf(db, 'consentRequest', null).map(({ body }) => ({
    about: sha256(body.text),
    thing: { thing: 'text', words: body.text },
  }));
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
