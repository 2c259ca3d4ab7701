import { answerTo, compare, inOrder, of, roleOf, roleOrder, type SessionInput } from './foldSession.ts';
import { kinds } from './kinds.ts';
import { readerVersion, type Revision, revisionSchema } from './revision.ts';
import { recordSchema, type SessionRecord } from './session.ts';
import { type Member, type SessionKind, sessionKinds, type SessionStatement } from './sessionView.ts';

/**
 * What a first record holds, in its order: place in the session, supervisee first, hash. Feelings on arriving, quiet times,
 * proposals and unanswered scribed words are not in it (EXPERIENCE.md rules 7 and 12).
 */
export function recordStatements(input: SessionInput): SessionStatement[] {
  const said = inOrder(input).filter((statement) => statement.kind !== 'amendment');
  const places = placeOrder(input, said);
  const recorded = said.filter((statement) => isRecorded(said, statement));
  return byPlace(input, recorded, (statement) => {
    const known = places.get(placeKey(statement));
    return known ?? places.get(statement.kind === 'promise' ? 'marked' : 'beforeWeGo') ?? places.size;
  });
}

/** What a later record holds: words added after signing that no signed record has yet. */
export function amendmentStatements(input: SessionInput, signed: ReadonlySet<string>): SessionStatement[] {
  const added = of(inOrder(input), 'amendment').filter(
    (one) => one.subject === input.session && !signed.has(one.hash),
  );
  return byPlace(input, added, () => 0);
}

export type RecordInput = {
  readonly space: string;
  readonly session: string;
  readonly members: readonly Member[];
  readonly previous: string | null;
  readonly frozenAt: string;
  readonly entries: readonly { readonly hash: string; readonly revision: unknown }[];
};

/** The record as its bytes will say it: the supervisee named first. */
export function makeRecord(input: RecordInput): SessionRecord {
  return {
    format: 1,
    kind: 'session-record',
    space: input.space,
    session: input.session,
    previous: input.previous,
    members: [...input.members]
      .sort((a, b) => roleOrder(a.role) - roleOrder(b.role))
      .map(({ identity, name, role }) => ({ identity, name, role })),
    entries: input.entries.map(({ hash, revision }) => ({ hash, revision })),
    frozenAt: input.frozenAt,
  };
}

/**
 * Reads stored record bytes, or gives null when they are not a sound record of this session: not canonical, another pair or
 * session, other people or roles, an entry that is not what its hash says, somebody else's, withdrawn, or of a kind that is
 * never signed. `canonical` and `hash` are RFC 8785 and SHA-256.
 */
export function readRecord(
  text: string,
  expected: { readonly space: string; readonly session: string; readonly members: readonly Member[] },
  tools: { readonly canonical: (value: unknown) => string; readonly hash: (text: string) => string },
): SessionRecord | null {
  const record = parseRecord(text);
  if (record === null || tools.canonical(record) !== text) return null;
  if (record.space !== expected.space || record.session !== expected.session) return null;
  if (!samePeople(record.members, expected.members)) return null;
  const items = new Set<string>();
  for (const entry of record.entries) {
    const revision = revisionSchema.safeParse(entry.revision).data;
    if (revision === undefined || revision.minReader > readerVersion) return null;
    if (tools.hash(tools.canonical(entry.revision)) !== entry.hash || items.has(revision.item)) return null;
    if (!isSoundEntry(record, revision)) return null;
    items.add(revision.item);
  }
  return record;
}

/** The statements a sound record holds, in its own order, for a fold. */
export function statementsOfRecord(record: SessionRecord): SessionStatement[] {
  return record.entries.map((entry, index) => {
    const revision = revisionSchema.parse(entry.revision);
    const kind = revision.kind as SessionKind;
    return {
      item: revision.item,
      kind,
      owner: revision.by,
      subject: revision.subject,
      // The order of topics is the record's own: nothing outside these bytes decides how they are shown.
      madeAt: String(index).padStart(6, '0'),
      at: revision.at,
      hash: entry.hash,
      body: kinds[kind].body.parse(revision.body),
    } as SessionStatement;
  });
}

const signedKinds: readonly SessionKind[] = [
  'session',
  'topic',
  'voice',
  'stance',
  'difference',
  'decision',
  'promise',
  'scribeAnswer',
];

function isRecorded(said: readonly SessionStatement[], statement: SessionStatement): boolean {
  if (!signedKinds.includes(statement.kind)) return false;
  if (statement.kind === 'voice') return statement.body.part !== 'arriving';
  if (statement.kind === 'scribeAnswer') {
    if (statement.body.answer === 'removed') return false;
    const typed = of(said, 'scribed').find((one) => one.item === statement.subject);
    const voice = of(said, 'voice').find((one) => one.body.scribed === statement.subject);
    return (
      typed !== undefined &&
      voice !== undefined &&
      voice.body.part !== 'arriving' &&
      answerTo(said, typed) === statement.body.answer
    );
  }
  return true;
}

function isSoundEntry(record: SessionRecord, revision: Revision): boolean {
  const allowed: readonly string[] = record.previous === null ? signedKinds : ['amendment'];
  if (!allowed.includes(revision.kind) || !(sessionKinds as readonly string[]).includes(revision.kind)) {
    return false;
  }
  if (!record.members.some((member) => member.identity === revision.by)) return false;
  if (revision.space !== record.space || revision.body === null) return false;
  return kinds[revision.kind as SessionKind].body.safeParse(revision.body).success;
}

function parseRecord(text: string): SessionRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function samePeople(a: SessionRecord['members'], b: readonly Member[]): boolean {
  if (a.length !== b.length) return false;
  return b.every((one) => a.some((other) => other.identity === one.identity && other.role === one.role));
}

function byPlace(
  input: SessionInput,
  statements: readonly SessionStatement[],
  placeOf: (statement: SessionStatement) => number,
): SessionStatement[] {
  return [...statements].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      roleOrder(roleOf(input, a)) - roleOrder(roleOf(input, b)) ||
      compare(a.hash, b.hash),
  );
}

/** The places of the session in their order, each under the key its statements have. */
function placeOrder(input: SessionInput, said: readonly SessionStatement[]): Map<string, number> {
  const topics = of(said, 'topic').filter((topic) => topic.subject === input.session);
  const keys = [
    'session',
    'arriving',
    'marked',
    ...topics.map((topic) => topic.item),
    'howWeWork',
    'beforeWeGo',
  ];
  const order = new Map(keys.map((key, index) => [key, index]));
  // What has the session itself as its subject was said without a topic, and is read before we go.
  return order.set(input.session, keys.length - 1);
}

function placeKey(statement: SessionStatement): string {
  if (statement.kind === 'session') return 'session';
  if (statement.kind === 'topic') return statement.item;
  if (statement.kind === 'voice' && statement.body.part !== null) return statement.body.part;
  return statement.subject ?? '';
}
