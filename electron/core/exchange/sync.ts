import { AppError } from '../../../shared/result.ts';
import type { Topic } from '../../../shared/events.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { prune } from './acknowledge.ts';
import { isOwnSpace } from './applyOwn.ts';
import { noteEndings } from './endings.ts';
import { noteLostPackets } from './lostPackets.ts';
import { tellOwnDevices } from './ownDevices.ts';
import { revealSealed } from './placements.ts';
import { takeIn } from './receive.ts';
import { sendWaiting } from './send.ts';

/** How the exchange of one space stands, in terms a person can act on. */
export type ExchangeState = {
  readonly state: 'ready' | 'noFolder' | 'folderMissing' | 'cannotWrite' | 'fork' | 'notListed';
  readonly waiting: number;
};

const states = new WeakMap<object, Map<string, ExchangeState>>();
type Rounds = { current: Promise<void>; next: Promise<void> | null };
const rounds = new WeakMap<object, Rounds>();

/**
 * One round for every space: take in what came, send what waits. Rounds of one vault never overlap, and however often it
 * is asked for while one runs, one more follows.
 */
export function syncAll(deps: Deps): Promise<void> {
  const queue = rounds.get(deps.vault) ?? { current: Promise.resolve(), next: null };
  rounds.set(deps.vault, queue);
  if (queue.next !== null) return queue.next;
  const round = queue.current
    .catch(() => undefined)
    .then(() => {
      queue.current = round;
      queue.next = null;
      return syncRound(deps);
    });
  queue.next = round;
  return round;
}

export function exchangeState(deps: Deps, space: string): ExchangeState {
  return states.get(deps.vault)?.get(space) ?? { state: 'ready', waiting: 0 };
}

/** What may have changed for the window when packets came in. */
const receivedTopics: readonly Topic[] = [
  'spaces',
  'sessions',
  'agreements',
  'promises',
  'ruptures',
  'evidence',
  'packs',
  'circles',
  'exchange',
  'contacts',
  'pages',
  'moments',
  'episodes',
  'kept',
  'strengths',
  'settings',
  'devices',
];

type Space = { readonly id: string; readonly folder: string | null; readonly isLeft: 0 | 1 };

/** A circle that was left is gone through only as long as something of mine, such as that I left, still has to go out. */
const spacesSql = `SELECT id, folder, EXISTS (
    SELECT 1 FROM item JOIN shown ON shown.item = item.id JOIN identity ON identity.id = item.owner
    WHERE item.space = space.id AND item.kind = 'circleMember' AND identity.state = 'me'
      AND json_extract(shown.body, '$.here') = 0
  ) AS isLeft
  FROM space
  WHERE NOT isLeft
    OR EXISTS (SELECT 1 FROM outgoing WHERE outgoing.space = space.id)
    OR EXISTS (SELECT 1 FROM packet_out WHERE packet_out.space = space.id AND packet_out.bytes IS NOT NULL)
  ORDER BY made_at, id`;

async function syncRound(deps: Deps): Promise<void> {
  const spaces = prepared(deps.vault.db(), spacesSql).all() as Space[];
  let changed = false;
  for (const space of spaces) {
    const before = exchangeState(deps, space.id);
    const after = await syncSpace(deps, space);
    const known = states.get(deps.vault) ?? new Map<string, ExchangeState>();
    states.set(deps.vault, known.set(space.id, after.state));
    if (after.taken > 0) changed = true;
    if (after.state.state !== before.state || after.state.waiting !== before.waiting) {
      deps.emit({ name: 'changed', topics: ['exchange'] });
    }
  }
  if (noteEndings(deps)) changed = true;
  if (changed) deps.emit({ name: 'changed', topics: [...receivedTopics] });
}

async function syncSpace(
  deps: Deps,
  { id: space, folder, isLeft }: Space,
): Promise<{ state: ExchangeState; taken: number }> {
  if (folder === null) return { state: { state: 'noFolder', waiting: 0 }, taken: 0 };
  let taken = 0;
  let waiting = 0;
  try {
    if (!isLeft) {
      const received = await takeIn(deps, space, folder);
      taken = received.taken + revealSealed(deps, space);
      waiting = received.waiting;
      await noteLostPackets(deps, space, folder);
    }
    if (isOwnSpace(deps.vault.db(), space)) tellOwnDevices(deps, space, taken > 0);
    await sendWaiting(deps, space, folder);
    await prune(deps, space, folder);
    return { state: { state: 'ready', waiting }, taken };
  } catch (error) {
    if (error instanceof AppError && error.code === 'locked') throw error;
    return { state: { state: stateFor(error), waiting }, taken };
  }
}

function stateFor(error: unknown): ExchangeState['state'] {
  if (error instanceof AppError && error.code === 'folder_missing') return 'folderMissing';
  if (error instanceof AppError && error.code === 'conflict') return 'fork';
  if (error instanceof AppError && error.code === 'not_listed') return 'notListed';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' ? 'folderMissing' : 'cannotWrite';
}
