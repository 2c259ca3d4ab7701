import type { Role } from './member.ts';
import type { FairProcess, Place } from './session.ts';
import type { Member, PlaceView, PromiseView, SessionStatement, SessionView } from './sessionView.ts';

export type SessionInput = {
  readonly session: string;
  readonly members: readonly Member[];
  /** Everything shown under the session, and promises of earlier sessions marked in this one. Order does not matter. */
  readonly statements: readonly SessionStatement[];
};

type Said<K extends SessionStatement['kind']> = Extract<SessionStatement, { kind: K }>;

/**
 * What stands in a session: each person's own statements side by side, and nothing else. It is the same for both people
 * and for every order of arrival. Statements by anyone but the members, and answers given for somebody else, count for
 * nothing; what nobody said is simply not there.
 */
export function foldSession(input: SessionInput): SessionView {
  const said = inOrder(input);
  const session = of(said, 'session').find((one) => one.item === input.session);
  const quiet = of(said, 'quiet').sort(newestFirst)[0];
  const topics = topicsInOrder(input, said);
  const lost = lostTopics(said, input.session);
  const place = (id: Place) => foldPlace(id, input, said);
  return {
    session: input.session,
    date: session?.body.date ?? null,
    kind: session?.body.kind ?? 'planned',
    setUpBy: session === undefined ? null : roleOf(input, session),
    arriving: place('arriving'),
    marked: of(said, 'promise')
      .filter((promise) => promise.body.markedIn === input.session && !isHere(said, input.session, promise))
      .map((promise) => promiseView(input, promise))
      .sort((a, b) => roleOrder(b.role) - roleOrder(a.role)),
    topics: [...topics.map((topic) => topic.item), ...lost].map(place),
    howWeWork: place('howWeWork'),
    beforeWeGo: place('beforeWeGo'),
    quiet: quiet === undefined ? null : { role: roleOf(input, quiet), until: quiet.body.until },
    amendments: of(said, 'amendment')
      .filter((one) => one.subject === input.session)
      .map((one) => ({ ...key(input, one), text: one.body.text })),
  };
}

/**
 * The supervisee's topics, then the supervisor's; each person's in the order they gave them, and what that leaves out after
 * it, in the order it was first shown.
 */
export function topicsInOrder(input: SessionInput, said: readonly SessionStatement[]): Said<'topic'>[] {
  const orders = of(said, 'topicOrder')
    .filter((one) => one.subject === input.session)
    .sort(newestFirst);
  const rankOf = (topic: Said<'topic'>) => {
    const order = orders.find((one) => one.owner === topic.owner)?.body.topics ?? [];
    const rank = order.indexOf(topic.item);
    return rank === -1 ? order.length : rank;
  };
  return of(said, 'topic')
    .filter((topic) => topic.subject === input.session)
    .map((topic) => ({ topic, role: roleOrder(roleOf(input, topic)), rank: rankOf(topic) }))
    .sort((a, b) => a.role - b.role || a.rank - b.rank)
    .map(({ topic }) => topic);
}

/** The members' statements: supervisee first, then in the order they were first shown, then by item. */
export function inOrder(input: SessionInput): SessionStatement[] {
  const members = new Set(input.members.map((member) => member.identity));
  return input.statements
    .filter((statement) => members.has(statement.owner))
    .sort(
      (a, b) =>
        roleOrder(roleOf(input, a)) - roleOrder(roleOf(input, b)) ||
        compare(a.madeAt, b.madeAt) ||
        compare(a.item, b.item),
    );
}

/** Words typed for the other that count as typed for them: by one member for another, and not answered "Not mine". */
export function answerTo(
  said: readonly SessionStatement[],
  scribed: Said<'scribed'>,
): 'kept' | 'changed' | 'removed' | null {
  const answers = of(said, 'scribeAnswer').filter(
    (answer) => answer.subject === scribed.item && answer.owner === scribed.body.for,
  );
  return answers.sort(newestFirst)[0]?.body.answer ?? null;
}

function foldPlace(place: Place, input: SessionInput, said: readonly SessionStatement[]): PlaceView {
  const here = said.filter((statement) => placeOf(input.session, statement) === place);
  const topic = of(said, 'topic').find((one) => one.item === place);
  const stances = {
    supervisee: stanceOf(input, here, 'supervisee'),
    supervisor: stanceOf(input, here, 'supervisor'),
  };
  return {
    place,
    title: topic?.body.title ?? null,
    topic: topic === undefined ? null : key(input, topic),
    from: topic?.body.from?.date ?? null,
    voices: of(here, 'voice').map((voice) => ({
      ...key(input, voice),
      text: voice.body.text,
      scribed: voice.body.scribed !== null,
    })),
    stances,
    standing: standing(stances),
    differences: of(here, 'difference').map((one) => ({ ...key(input, one), ...one.body })),
    decisions: of(here, 'decision').map((one) => ({
      ...key(input, one),
      ...one.body,
      fair: {
        supervisee: fairOf(input, said, one, 'supervisee'),
        supervisor: fairOf(input, said, one, 'supervisor'),
      },
    })),
    promises: of(here, 'promise').map((one) => promiseView(input, one)),
    scribed: of(here, 'scribed').flatMap((one) => {
      const forWhom = input.members.find((member) => member.identity === one.body.for);
      if (forWhom === undefined || one.body.for === one.owner || answerTo(said, one) !== null) return [];
      return [{ item: one.item, hash: one.hash, role: forWhom.role, text: one.body.text }];
    }),
  };
}

/** Where in the session a statement belongs, or null when it belongs to no place of it. */
function placeOf(session: string, statement: SessionStatement): string | null {
  switch (statement.kind) {
    case 'voice':
    case 'scribed':
      return statement.subject === session ? statement.body.part : statement.subject;
    case 'stance':
    case 'difference':
      return statement.subject;
    case 'decision':
    case 'promise':
      return statement.subject === session ? 'beforeWeGo' : statement.subject;
    default:
      return null;
  }
}

/** Topics that were taken back, or have not arrived, while somebody has spoken under them: nobody's words go missing. */
function lostTopics(said: readonly SessionStatement[], session: string): Place[] {
  const topics = new Set(of(said, 'topic').map((topic) => topic.item));
  const lost = said.flatMap((statement) => {
    if (statement.kind === 'promise' && statement.body.markedIn === session) return [];
    const place = placeOf(session, statement);
    return statement.subject === session || place === null || topics.has(place) ? [] : [place];
  });
  return [...new Set(lost)].sort(compare) as Place[];
}

function isHere(said: readonly SessionStatement[], session: string, promise: Said<'promise'>): boolean {
  return (
    promise.subject === session ||
    of(said, 'topic').some((topic) => topic.item === promise.subject && topic.subject === session)
  );
}

function standing(stances: PlaceView['stances']): PlaceView['standing'] {
  const both = [stances.supervisee, stances.supervisor];
  if (both.includes('differ')) return 'differ';
  if (both.includes('later')) return 'later';
  return both.every((one) => one === 'agree') ? 'agreed' : null;
}

function stanceOf(input: SessionInput, here: readonly SessionStatement[], role: Role) {
  const own = of(here, 'stance').filter((one) => roleOf(input, one) === role);
  return own.sort(newestFirst)[0]?.body.stance ?? null;
}

/** What one person says of how a decision was made: about this very decision, and their own. */
function fairOf(
  input: SessionInput,
  said: readonly SessionStatement[],
  decision: Said<'decision'>,
  role: Role,
): FairProcess | null {
  const own = of(said, 'fairProcess').filter(
    (one) => one.subject === decision.item && roleOf(input, one) === role,
  );
  return own.sort(newestFirst)[0]?.body ?? null;
}

function promiseView(input: SessionInput, promise: Said<'promise'>): PromiseView {
  const { text, due, state, why } = promise.body;
  return { ...key(input, promise), text, due, state, why };
}

function key(input: SessionInput, statement: SessionStatement) {
  return { item: statement.item, hash: statement.hash, role: roleOf(input, statement) };
}

export function of<K extends SessionStatement['kind']>(
  said: readonly SessionStatement[],
  kind: K,
): Said<K>[] {
  return said.filter((statement): statement is Said<K> => statement.kind === kind);
}

/** The role of a statement's owner, who is a member. */
export function roleOf(input: Pick<SessionInput, 'members'>, statement: { readonly owner: string }): Role {
  return input.members.find((member) => member.identity === statement.owner)?.role ?? 'supervisor';
}

export function roleOrder(role: Role): number {
  return role === 'supervisee' ? 0 : 1;
}

function newestFirst(a: SessionStatement, b: SessionStatement): number {
  return compare(b.at, a.at) || compare(b.hash, a.hash);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
