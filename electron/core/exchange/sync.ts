import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { takeIn } from './receive.ts';
import { sendWaiting } from './send.ts';

/** How the exchange of one space stands, in terms a person can act on. */
export type ExchangeState = {
  readonly state: 'ready' | 'noFolder' | 'folderMissing' | 'cannotWrite' | 'fork';
  readonly waiting: number;
};

const states = new WeakMap<object, Map<string, ExchangeState>>();
type Rounds = { current: Promise<void>; next: Promise<void> | null };
const rounds = new WeakMap<object, Rounds>();

/**
 * One round for every pair: take in what came, send what waits. Rounds of one vault never overlap, and however often it
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

async function syncRound(deps: Deps): Promise<void> {
  const pairs = deps.vault.db().prepare("SELECT id, folder FROM space WHERE kind = 'pair'").all() as {
    id: string;
    folder: string | null;
  }[];
  let changed = false;
  for (const pair of pairs) {
    const before = exchangeState(deps, pair.id);
    const after = await syncSpace(deps, pair.id, pair.folder);
    const known = states.get(deps.vault) ?? new Map<string, ExchangeState>();
    states.set(deps.vault, known.set(pair.id, after.state));
    if (after.taken > 0) changed = true;
    if (after.state.state !== before.state || after.state.waiting !== before.waiting) {
      deps.emit({ name: 'changed', topics: ['exchange'] });
    }
  }
  if (changed) {
    const topics = [
      'spaces',
      'sessions',
      'agreements',
      'promises',
      'ruptures',
      'evidence',
      'packs',
      'exchange',
      'contacts',
    ] as const;
    deps.emit({ name: 'changed', topics: [...topics] });
  }
}

async function syncSpace(
  deps: Deps,
  space: string,
  folder: string | null,
): Promise<{ state: ExchangeState; taken: number }> {
  if (folder === null) return { state: { state: 'noFolder', waiting: 0 }, taken: 0 };
  let taken = 0;
  let waiting = 0;
  try {
    const received = await takeIn(deps, space, folder);
    taken = received.taken;
    waiting = received.waiting;
    await sendWaiting(deps, space, folder);
    return { state: { state: 'ready', waiting }, taken };
  } catch (error) {
    if (error instanceof AppError && error.code === 'locked') throw error;
    return { state: { state: stateFor(error), waiting }, taken };
  }
}

function stateFor(error: unknown): ExchangeState['state'] {
  if (error instanceof AppError && error.code === 'folder_missing') return 'folderMissing';
  if (error instanceof AppError && error.code === 'conflict') return 'fork';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' ? 'folderMissing' : 'cannotWrite';
}
