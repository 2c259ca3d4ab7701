import type { Database } from 'better-sqlite3';
import type { Method } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/result.ts';
import { sessionOf } from './items/session.ts';
import type { Vault } from './vault/vault.ts';

/** What the guard needs; every Deps has it. */
type TogetherDeps = { readonly vault: Pick<Vault, 'db'> };

type Sitting = {
  readonly session: string;
  /** Drafts begun or opened while sitting together: the only ones that may be seen here. */
  readonly touched: Set<string>;
};

/**
 * Together mode: one laptop between two people. While it is on, this vault answers for one session and nothing else, so that
 * a guest at the owner's keyboard reaches nothing, whatever the window does. It ends with the owner's passphrase or with the
 * vault's thread.
 */
const sittings = new WeakMap<object, Sitting>();

export function sittingOf(deps: TogetherDeps): Sitting | null {
  return sittings.get(deps.vault) ?? null;
}

export function startSitting(deps: TogetherDeps, session: string): void {
  sittings.set(deps.vault, { session, touched: new Set() });
}

export function endSitting(deps: TogetherDeps): void {
  sittings.delete(deps.vault);
}

/** Notes that this draft was begun in the room. */
export function touchInSitting(deps: TogetherDeps, item: string): void {
  sittingOf(deps)?.touched.add(item);
}

/** Calls that tell nothing of the journal, or end Together mode. */
const always: ReadonlySet<Method> = new Set([
  'vault.status',
  'vault.lock',
  'vault.hideWindow',
  'preferences.get',
  'settings.get',
  'sessions.together',
  'sessions.leaveTogether',
] satisfies Method[]);

/** Calls about the session people sit in; every id in their input must belong to it. Signing is not among them. */
const inSession: ReadonlySet<Method> = new Set([
  'sessions.get',
  'sessions.saveTopic',
  'sessions.saveVoice',
  'sessions.saveDifference',
  'sessions.saveDecision',
  'sessions.show',
  'sessions.takeBack',
  'sessions.discard',
  'sessions.answer',
  'sessions.quiet',
  'ways.inSession',
  'scribing.save',
  'scribing.answer',
  'promises.save',
  'promises.mark',
] satisfies Method[]);

/** Throws 'locked' for every call that Together mode does not allow. Does nothing while it is off. */
export function refuseOutsideTogether(deps: TogetherDeps, method: Method, input: unknown): void {
  const sitting = sittingOf(deps);
  if (sitting === null || always.has(method)) return;
  if (inSession.has(method) && isAbout(deps.vault.db(), sitting, method, input as IdsOfInput)) return;
  throw new AppError('locked', 'Together mode: only this session is open');
}

type IdsOfInput = {
  readonly session?: string | null;
  readonly place?: string | null;
  readonly item?: string | null;
};

function isAbout(db: Database, sitting: Sitting, method: Method, input: IdsOfInput): boolean {
  const { session, place, item } = input;
  if (session !== undefined && session !== null && session !== sitting.session) return false;
  if (place?.length === 26 && sessionOf(db, place) !== sitting.session) return false;
  if (item === undefined || item === null) return session !== undefined && session !== null;
  // A promise of an earlier session may be spoken of here; that it belongs to this pair is checked where it is marked.
  if (method === 'promises.mark') return session === sitting.session;
  return sessionOf(db, item) === sitting.session && !isHidden(db, sitting, item);
}

/** What its owner wrote alone stays out of sight and out of reach until they are alone again. */
function isHidden(db: Database, sitting: Sitting, item: string): boolean {
  if (sitting.touched.has(item)) return false;
  return db.prepare('SELECT 1 FROM working_copy WHERE item = ?').get(item) !== undefined;
}
