import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '../../electron/core/platform.ts';
import { type Session, startSession } from '../../electron/core/session.ts';
import type { Input, Method, Output } from '../../shared/contract/index.ts';
import type { AppEvent } from '../../shared/events.ts';
import { AppError, type Result } from '../../shared/result.ts';

export const passphrase = 'seven heron walked over Penarth bridge';

/** What the next dialogs answer, first one first; an empty list answers null, as when a person presses Escape. */
export type Dialogs = { folders: string[]; files: string[]; newFiles: string[] };

export type TestPlatform = Platform & {
  readonly dialogs: Dialogs;
  /** How often the window was hidden. */
  hidden: number;
  /** Moves the clock, which otherwise stands still. */
  advance(milliseconds: number): void;
  setNow(instant: string): void;
};

export type CoreOptions = {
  /** The profile's folder; a new one under the system's temporary folder when left out. */
  readonly root?: string;
  readonly now?: string;
  readonly locale?: string;
  readonly tryOut?: boolean;
  readonly automaticBackups?: boolean;
  /** What an earlier session sealed when it locked. */
  readonly sealed?: Uint8Array | null;
  /** Answers printToPdf, and printWindow with no HTML. */
  readonly printToPdf?: (html: string) => Promise<Uint8Array>;
};

/** A whole core in this process, with real files: what the window would talk to, and the hands of the desktop. */
export type TestCore = {
  readonly root: string;
  readonly platform: TestPlatform;
  readonly events: AppEvent[];
  readonly session: () => Session;
  /** The value of a call; throws its failure as an AppError. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** The Result of any call, also of wrong ones. */
  tryCall(method: string, input: unknown): Promise<Result<unknown>>;
  /** Locks and starts the next session with what was sealed, as the shell does. */
  lock(unsaved?: { method: string; input: unknown }[]): Promise<void>;
  /** Ends it without a lock, as a crash would as far as one process can play that. */
  crash(): void;
  close(): void;
};

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'twovoice-test-')));
}

export function startCore(options: CoreOptions = {}): TestCore {
  const root = options.root ?? temporaryFolder();
  const platform = testPlatform(root, options);
  const events: AppEvent[] = [];
  const start = (sealed: Uint8Array | null): Session =>
    startSession({
      platform,
      emit: (event) => events.push(event),
      sealed,
      automaticBackups: options.automaticBackups ?? false,
      automaticExchange: false,
    });
  let session = start(options.sealed ?? null);

  async function tryCall(method: string, input: unknown): Promise<Result<unknown>> {
    return session.call(method, input);
  }

  async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await tryCall(method, input);
    if (!result.ok) throw new AppError(result.error.code, result.error.message);
    return result.value as Output<M>;
  }

  async function lock(unsaved: { method: string; input: unknown }[] = []): Promise<void> {
    await call('vault.lock', { unsaved });
    const { sealed } = await session.ended;
    session = start(sealed);
  }

  function crash(): void {
    session.close();
    session = start(null);
  }

  function close(): void {
    session.close();
    if (!options.root) rmSync(root, { recursive: true, force: true });
  }

  return { root, platform, events, session: () => session, call, tryCall, lock, crash, close };
}

/** A core with a vault in it, open. */
export async function startCoreWithVault(
  options: CoreOptions & { readonly name?: string } = {},
): Promise<TestCore & { readonly recoveryCode: string }> {
  const core = startCore(options);
  const { recoveryCode } = await core.call('vault.create', {
    name: options.name ?? 'Nia Example',
    passphrase,
    folder: null,
    backupFolder: null,
  });
  return { ...core, recoveryCode };
}

export function testPlatform(root: string, options: CoreOptions = {}): TestPlatform {
  let now = new Date(options.now ?? '2026-11-22T09:00:00.000Z').getTime();
  const dialogs: Dialogs = { folders: [], files: [], newFiles: [] };
  const paths = { data: join(root, 'data'), documents: join(root, 'documents') };
  mkdirSync(paths.data, { recursive: true });
  mkdirSync(paths.documents, { recursive: true });
  return {
    paths,
    dialogs,
    hidden: 0,
    tryOut: options.tryOut ?? false,
    locale: options.locale ?? 'en-GB',
    now: () => new Date(now),
    advance(milliseconds) {
      now += milliseconds;
    },
    setNow(instant) {
      now = new Date(instant).getTime();
    },
    randomBytes: (length) => randomBytes(length),
    chooseFolder: async () => dialogs.folders.shift() ?? null,
    chooseFile: async () => dialogs.files.shift() ?? null,
    chooseNewFile: async () => dialogs.newFiles.shift() ?? null,
    printToPdf:
      options.printToPdf ??
      (async () => {
        throw new AppError('unexpected', 'This test brought no printer.');
      }),
    printWindow: () =>
      options.printToPdf?.('') ?? Promise.reject(new AppError('unexpected', 'This test brought no printer.')),
    async hideWindow() {
      this.hidden += 1;
    },
  };
}
