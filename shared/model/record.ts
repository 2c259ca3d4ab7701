import { compare, roleOrder } from './foldSession.ts';
import { isKind, type KnownStatement, kinds } from './kinds.ts';
import { recordKindOf, type RecordKind, type RootKind, type SubjectInput } from './recordKinds.ts';
import { readerVersion, type Revision, revisionSchema } from './revision.ts';
import type { Member } from './sessionView.ts';
import { type FrozenRecord, recordSchema, rootOfRecord } from './signing.ts';

/** The two of a pair and what they sign about: who a sound record must be of. */
export type RecordPlace = {
  readonly kind: RootKind;
  readonly root: string;
  readonly space: string;
  readonly members: readonly Member[];
};

/** What a record made now would hold: the first one in its kind's order, a later one what no signed record has yet. */
export function statementsToSign(
  subject: SubjectInput & { readonly kind: RootKind },
  signed: readonly FrozenRecord[],
): readonly KnownStatement[] {
  const kind = recordKindOf(subject.kind);
  if (signed.length === 0) return kind.statements(subject);
  const hashes = new Set(signed.flatMap((record) => record.entries.map((entry) => entry.hash)));
  const roleOf = (owner: string) => subject.members.find((member) => member.identity === owner)?.role;
  return subject.statements
    .flatMap((statement) => {
      const role = roleOf(statement.owner);
      const isLater =
        role !== undefined &&
        kind.laterKinds.includes(statement.kind) &&
        statement.subject === subject.root &&
        !hashes.has(statement.hash);
      return isLater ? [{ statement, order: roleOrder(role) }] : [];
    })
    .sort((a, b) => a.order - b.order || compare(a.statement.hash, b.statement.hash))
    .map(({ statement }) => statement);
}

/** The record as its bytes will say it: the supervisee named first. */
export function makeRecord(
  place: RecordPlace,
  input: {
    readonly previous: string | null;
    readonly frozenAt: string;
    readonly entries: readonly { readonly hash: string; readonly revision: unknown }[];
  },
): FrozenRecord {
  const { record: kind } = recordKindOf(place.kind);
  const frozen = {
    format: 1 as const,
    space: place.space,
    previous: input.previous,
    members: [...place.members]
      .sort((a, b) => roleOrder(a.role) - roleOrder(b.role))
      .map(({ identity, name, role }) => ({ identity, name, role })),
    entries: input.entries.map(({ hash, revision }) => ({ hash, revision })),
    frozenAt: input.frozenAt,
  };
  return kind === 'session-record'
    ? { ...frozen, kind, session: place.root }
    : { ...frozen, kind, subject: place.root };
}

/**
 * Reads stored record bytes, or gives null when they are not a sound record of this place: not canonical, another pair or
 * item, other people or roles, an entry that is not what its hash says, somebody else's, withdrawn, or of a kind that is
 * never signed. `canonical` and `hash` are RFC 8785 and SHA-256.
 */
export function readRecord(text: string, place: RecordPlace, tools: RecordTools): FrozenRecord | null {
  const record = parseRecord(text, tools);
  if (record === null || record.kind !== recordKindOf(place.kind).record) return null;
  if (record.space !== place.space || rootOfRecord(record) !== place.root) return null;
  return samePeople(record.members, place.members) && isSound(record, place.kind, tools) ? record : null;
}

export type RecordTools = {
  readonly canonical: (value: unknown) => string;
  readonly hash: (text: string) => string;
};

/** Record bytes that are canonical and have a record's shape; null else. Nothing in them is checked yet. */
export function parseRecord(text: string, tools: RecordTools): FrozenRecord | null {
  try {
    const record = recordSchema.safeParse(JSON.parse(text)).data;
    return record === undefined || tools.canonical(record) !== text ? null : record;
  } catch {
    return null;
  }
}

/** The statements a sound record holds, in its own order, for a fold. */
export function statementsOfRecord(record: FrozenRecord): KnownStatement[] {
  return record.entries.map((entry, index) => {
    const revision = revisionSchema.parse(entry.revision);
    if (!isKind(revision.kind)) throw new Error('a sound record holds known kinds only');
    return {
      item: revision.item,
      kind: revision.kind,
      owner: revision.by,
      subject: revision.subject,
      // The order of what was said is the record's own: nothing outside these bytes decides how it is shown.
      madeAt: String(index).padStart(6, '0'),
      at: revision.at,
      hash: entry.hash,
      body: kinds[revision.kind].body.parse(revision.body),
    } as KnownStatement;
  });
}

function isSound(record: FrozenRecord, root: RootKind, tools: RecordTools): boolean {
  const kind = recordKindOf(root);
  const items = new Set<string>();
  for (const entry of record.entries) {
    const revision = revisionSchema.safeParse(entry.revision).data;
    if (revision === undefined || revision.minReader > readerVersion) return false;
    if (tools.hash(tools.canonical(entry.revision)) !== entry.hash || items.has(revision.item)) return false;
    if (!isSoundEntry(record, kind, revision)) return false;
    items.add(revision.item);
  }
  return true;
}

function isSoundEntry(record: FrozenRecord, kind: RecordKind, revision: Revision): boolean {
  const allowed: readonly string[] = record.previous === null ? kind.signedKinds : kind.laterKinds;
  if (!isKind(revision.kind) || !allowed.includes(revision.kind)) return false;
  if (!record.members.some((member) => member.identity === revision.by)) return false;
  if (revision.space !== record.space || revision.body === null) return false;
  return kinds[revision.kind].body.safeParse(revision.body).success;
}

function samePeople(a: FrozenRecord['members'], b: readonly Member[]): boolean {
  if (a.length !== b.length) return false;
  return b.every((one) => a.some((other) => other.identity === one.identity && other.role === one.role));
}
