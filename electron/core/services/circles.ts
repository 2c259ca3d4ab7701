import type { CircleInvitation, CirclePerson } from '../../../shared/contract/circles.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { KnownStatement } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { makeInvite, readInvite } from '../exchange/circleInvite.ts';
import { type InvitedPerson, personOnFile } from '../exchange/invitedPeople.ts';
import { openSpace } from '../exchange/openSpace.ts';
import { mustBeSharedFolder } from '../exchange/sharedFolder.ts';
import { exchangeStanding } from '../exchange/standing.ts';
import { type Circle, getCircle, listCircles, mustBeIn } from '../items/circle.ts';
import { inOneTransaction, say, withdraw } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { listPairs } from '../items/pair.ts';
import { getStatement, spaceOf, statementsOf } from '../items/read.ts';

type Invite = KnownStatement & { kind: 'circleInvite' };

function listAll(deps: Deps): Output<'circles.list'> {
  const db = deps.vault.db();
  const circles = listCircles(db);
  const joined = new Set(circles.map((circle) => circle.space));
  return {
    circles: circles.map((circle) => ({
      space: circle.space,
      name: circle.name,
      names: circle.members.filter((one) => one.known !== 'me').map((one) => one.name),
      leftAt: circle.leftAt,
      needsCare: needsCare(deps, circle),
    })),
    invitations: invites(deps)
      .filter(({ invite }) => !joined.has(invite.body.circle))
      .map(({ invite, from }) => invitationView(deps, invite, from)),
  };
}

/** Brings people together who are all joined with me, and invites each in the pair we have. */
async function foundCircle(deps: Deps, input: Input<'circles.found'>): Promise<Output<'circles.found'>> {
  if (input.folder !== null) await mustBeSharedFolder(deps.vault.db(), input.folder);
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const me = whoAmI(db);
    const pairs = listPairs(db).filter((pair) => input.people.includes(pair.other.identity));
    const invited = new Set(pairs.map((pair) => pair.other.identity));
    if (invited.size !== input.people.length) {
      throw new AppError('not_joined', 'people are invited once, and only those one is joined with');
    }
    const salt = Buffer.from(deps.platform.randomBytes(16)).toString('base64');
    const people = [...invited, me.identity].map((identity) => personOnFile(db, identity));
    const invite = makeInvite({ founder: me.identity, name: input.name, salt, people });
    open(deps, { invite, folder: input.folder, people });
    const order = [...input.people, me.identity];
    say(deps, { kind: 'circle', space: invite.circle, body: { name: input.name, salt, order } });
    for (const pair of pairs) say(deps, { kind: 'circleInvite', space: pair.space, body: invite });
    return { space: invite.circle };
  });
}

/** Joins a circle one was invited to. Nothing of the invitation is answered before this. */
async function joinCircle(deps: Deps, input: Input<'circles.join'>): Promise<Output<'circles.join'>> {
  if (input.folder !== null) await mustBeSharedFolder(deps.vault.db(), input.folder);
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const invite = getStatement(db, 'circleInvite', input.invite);
    const pair = listPairs(db).find((one) => one.space === spaceOf(db, invite.item));
    const people =
      pair?.other.identity === invite.owner
        ? readInvite(invite.body, invite.owner, whoAmI(db).identity)
        : null;
    if (people === null) throw new AppError('invite_unsound', 'the invitation does not hold');
    if (listCircles(db).some((circle) => circle.space === invite.body.circle)) {
      throw new AppError('conflict', 'you have joined this circle');
    }
    open(deps, { invite: invite.body, folder: input.folder, people });
    return { space: invite.body.circle };
  });
}

function getCircleView(deps: Deps, input: Input<'circles.get'>): Output<'circles.get'> {
  const db = deps.vault.db();
  const circle = getCircle(db, input.space);
  const { space, name, founder, members, leftAt, folder } = circle;
  const meetings = statementsOf(db, 'circleMeeting', space)
    .filter((meeting) => members.some((member) => member.identity === meeting.owner))
    .map((meeting) => ({
      meeting: meeting.item,
      title: meeting.body.title,
      date: meeting.body.date,
      keeperName: members.find((member) => member.identity === meeting.owner)?.name ?? '',
    }))
    .sort((a, b) => (a.date === b.date ? (a.meeting < b.meeting ? -1 : 1) : a.date < b.date ? 1 : -1));
  return {
    space,
    name,
    founder,
    isFounder: founder === circle.me,
    members: [...members],
    leftAt,
    folder,
    exchange: exchangeStanding(deps, space, folder),
    meetings,
  };
}

async function setCircleFolder(
  deps: Deps,
  input: Input<'circles.setFolder'>,
): Promise<Output<'circles.setFolder'>> {
  mustBeIn(getCircle(deps.vault.db(), input.space));
  await mustBeSharedFolder(deps.vault.db(), input.folder);
  deps.vault.db().prepare('UPDATE space SET folder = ? WHERE id = ?').run(input.folder, input.space);
  return {};
}

/** Only the founder's order counts, so only the founder may say one. */
function setOrder(deps: Deps, input: Input<'circles.setOrder'>): Output<'circles.setOrder'> {
  return inOneTransaction(deps, () => {
    const circle = getCircle(deps.vault.db(), input.space);
    mustBeIn(circle);
    const { founding } = circle;
    if (founding === null || founding.owner !== circle.me) {
      throw new AppError('not_yours', 'the founder says who sits where');
    }
    const body = { ...founding.body, order: input.order };
    say(deps, { kind: 'circle', item: founding.item, space: input.space, body });
    return {};
  });
}

/** Says that I have left, and takes nothing more in. What I said stays with the others, unless I take it back with me. */
function leaveCircle(deps: Deps, input: Input<'circles.leave'>): Output<'circles.leave'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const circle = getCircle(db, input.space);
    mustBeIn(circle);
    if (input.takeBack) {
      for (const turn of statementsOf(db, 'circleTurn', input.space)) {
        if (turn.owner === circle.me) withdraw(deps, turn.item);
      }
    }
    const said = statementsOf(db, 'circleMember', input.space).find((one) => one.owner === circle.me);
    say(deps, {
      kind: 'circleMember',
      space: input.space,
      body: { here: false },
      ...(said === undefined ? {} : { item: said.item }),
    });
    return {};
  });
}

/** The space with its people, and my own word in it that I am here. */
function open(
  deps: Deps,
  circle: {
    readonly invite: { readonly circle: string; readonly name: string };
    readonly folder: string | null;
    readonly people: readonly InvitedPerson[];
  },
): void {
  const { invite, folder, people } = circle;
  const space = { id: invite.circle, kind: 'circle', title: invite.name, folder, people } as const;
  openSpace(deps.vault.db(), space, deps.platform.now());
  say(deps, { kind: 'circleMember', space: invite.circle, body: { here: true } });
}

/** What others have invited me to, each in the pair we have. */
function invites(deps: Deps): { invite: Invite; from: string }[] {
  const db = deps.vault.db();
  return listPairs(db).flatMap((pair) =>
    statementsOf(db, 'circleInvite', pair.space)
      .filter((invite) => invite.owner === pair.other.identity)
      .map((invite) => ({ invite, from: pair.other.name })),
  );
}

function invitationView(deps: Deps, invite: Invite, from: string): CircleInvitation {
  const db = deps.vault.db();
  const people = readInvite(invite.body, invite.owner, whoAmI(db).identity);
  const { item, at, body } = invite;
  return {
    invite: item,
    name: body.name,
    from,
    at,
    people: people?.map((person) => personView(deps, person)) ?? null,
  };
}

/** Somebody known keeps the name they are known by here. */
function personView(deps: Deps, { identity, card }: InvitedPerson): CirclePerson {
  const row = deps.vault.db().prepare('SELECT name, state FROM identity WHERE id = ?').get(identity) as
    | { name: string; state: string }
    | undefined;
  if (row?.state === 'me' || row?.state === 'joined') return { identity, name: row.name, known: row.state };
  return { identity, name: card.name, known: 'introduced' };
}

function needsCare(deps: Deps, circle: Circle): boolean {
  if (circle.leftAt !== null) return false;
  const { state, setAside, refused } = exchangeStanding(deps, circle.space, circle.folder);
  return state !== 'ready' || setAside.length > 0 || refused.length > 0;
}

export const circlesApi = {
  'circles.list': listAll,
  'circles.found': foundCircle,
  'circles.join': joinCircle,
  'circles.get': getCircleView,
  'circles.setFolder': setCircleFolder,
  'circles.setOrder': setOrder,
  'circles.leave': leaveCircle,
} as const;
