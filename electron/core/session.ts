import { contract } from '../../shared/contract/index.ts';
import type { AppEvent } from '../../shared/events.ts';
import type { Result } from '../../shared/result.ts';
import type { Deps } from './deps.ts';
import { dispatch } from './dispatch.ts';
import { type ExchangeLoop, startExchange } from './exchange/loop.ts';
import type { Platform } from './platform.ts';
import { backUpIfDue } from './services/backups.ts';
import { saveWaiting } from './services/vault.ts';
import { closeVault } from './vault/lock.ts';
import { lockedVault } from './vault/vault.ts';

export type SessionStart = {
  readonly platform: Platform;
  readonly emit: (event: AppEvent) => void;
  /** What the session before this one sealed when it locked. */
  readonly sealed: Uint8Array | null;
  /** One backup a day, tried after each unlock and every hour. */
  readonly automaticBackups: boolean;
  /** Looks into the shared folders every two seconds and after each write. */
  readonly automaticExchange: boolean;
};

/** One life of the vault, from locked to locked, without any transport: the thread, the CLI and the tests share it. */
export type Session = {
  readonly deps: Deps;
  readonly call: (method: string, input: unknown) => Promise<Result<unknown>>;
  /** Resolves once the vault was locked through `vault.lock`, with the words that could not be saved. */
  readonly ended: Promise<{ readonly sealed: Uint8Array | null }>;
  /** Closes without saving anything more: for a crash of what surrounds the session. */
  readonly close: () => void;
};

const hour = 3_600_000;

export function startSession(start: SessionStart): Session {
  const { platform, emit, sealed, automaticBackups } = start;
  const vault = lockedVault(sealed);
  const deps: Deps = { platform, vault, emit, call: (method, input) => dispatch(deps, method, input) };
  const ended = Promise.withResolvers<{ sealed: Uint8Array | null }>();
  let timer: NodeJS.Timeout | null = null;
  let exchange: ExchangeLoop | null = null;

  function keepBackingUp(): void {
    if (!automaticBackups || timer || !vault.state.open) return;
    timer = setInterval(() => backUpIfDue(deps), hour);
    timer.unref();
    setImmediate(() => backUpIfDue(deps));
  }

  function stopBackingUp(): void {
    if (timer) clearInterval(timer);
    timer = null;
  }

  function keepExchanging(method: string): void {
    if (!start.automaticExchange) return;
    if (exchange === null) exchange = startExchange(deps);
    else if (isWrite(method)) exchange.poke();
  }

  function stopExchanging(): void {
    exchange?.stop();
    exchange = null;
  }

  async function call(method: string, input: unknown): Promise<Result<unknown>> {
    if (vault.state.waiting.length > 0 && isWrite(method)) await saveWaiting(deps);
    const result = await dispatch(deps, method, input);
    if (vault.state.open) {
      keepBackingUp();
      keepExchanging(method);
    } else {
      stopBackingUp();
      stopExchanging();
    }
    if (method === 'vault.lock' && result.ok) ended.resolve({ sealed: vault.state.sealed });
    return result;
  }

  function close(): void {
    stopBackingUp();
    stopExchanging();
    closeVault(vault.state);
  }

  return { deps, call, ended: ended.promise, close };
}

/** Only before a write of journal content: locking saves what waits by itself. */
function isWrite(method: string): boolean {
  if (!Object.hasOwn(contract, method) || /^(vault|backups)\./.test(method)) return false;
  return contract[method as keyof typeof contract].changes.length > 0;
}
