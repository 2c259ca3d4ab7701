import {
  answerTo,
  compare,
  inOrder,
  of,
  roleOf,
  roleOrder,
  type SessionInput,
  topicsInOrder,
} from './foldSession.ts';
import type { KnownStatement } from './kinds.ts';
import { type Member, onlySession, type SessionKind, type SessionStatement } from './sessionView.ts';

/** Kinds of statements that a session's record may hold. What is not named here is never signed. */
export const sessionSignedKinds: readonly SessionKind[] = [
  'session',
  'topic',
  'voice',
  'stance',
  'difference',
  'decision',
  'promise',
  'scribeAnswer',
];

/**
 * What a first record holds, in its order: place in the session, supervisee first, hash. Feelings on arriving, quiet times,
 * proposals and unanswered scribed words are not in it (EXPERIENCE.md rules 7 and 12).
 */
export function sessionRecordStatements(subject: {
  readonly root: string;
  readonly members: readonly Member[];
  readonly statements: readonly KnownStatement[];
}): SessionStatement[] {
  const input: SessionInput = {
    session: subject.root,
    members: subject.members,
    statements: onlySession(subject.statements),
  };
  const said = inOrder(input);
  const places = placeOrder(input, said);
  const placeOf = (statement: SessionStatement) => {
    const known = places.get(placeKey(statement));
    return known ?? places.get(statement.kind === 'promise' ? 'marked' : 'beforeWeGo') ?? places.size;
  };
  return said
    .filter((statement) => isRecorded(said, statement))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        roleOrder(roleOf(input, a)) - roleOrder(roleOf(input, b)) ||
        compare(a.hash, b.hash),
    );
}

function isRecorded(said: readonly SessionStatement[], statement: SessionStatement): boolean {
  if (!sessionSignedKinds.includes(statement.kind)) return false;
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

/** The places of the session in their order, each under the key its statements have. */
function placeOrder(input: SessionInput, said: readonly SessionStatement[]): Map<string, number> {
  const keys = [
    'session',
    'arriving',
    'marked',
    ...topicsInOrder(input, said).map((topic) => topic.item),
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
