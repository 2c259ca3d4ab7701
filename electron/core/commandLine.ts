import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { AppError, type Result } from '../../shared/result.ts';
import type { Platform } from './platform.ts';
import { type Session, startSession } from './session.ts';

export type CommandLine = {
  /** The profile's data folder. */
  readonly data: string;
  /** Where documents and new backups go; null means the home folder's Documents. */
  readonly documents: string | null;
  readonly passphrase: string | null;
  readonly input: Readable;
  readonly write: (line: string) => void;
};

const requestSchema = z.object({ method: z.string(), input: z.unknown().optional() });

/**
 * Answers one JSON line with one, in order, and locks at the end. Returns the exit code: 0, or 1 when the vault that
 * is there did not open with the given passphrase (the only line is then that failure) or did not lock.
 */
export async function runCommandLine(options: CommandLine): Promise<number> {
  const platform = windowlessPlatform(options);
  let session = begin(platform, null);

  if (options.passphrase !== null && (await hasLockedVault(session))) {
    const opened = await session.call('vault.unlock', { passphrase: options.passphrase });
    if (!opened.ok) {
      options.write(JSON.stringify(opened));
      return 1;
    }
  }
  for await (const line of createInterface({ input: options.input })) {
    if (line.trim() === '') continue;
    const { result, locked } = await answer(session, line, options.passphrase);
    options.write(JSON.stringify(result));
    if (locked) session = begin(platform, (await session.ended).sealed);
    // Lines that came in one piece would otherwise leave the daily backup no turn.
    await setImmediate();
  }
  const locked = await session.call('vault.lock', { unsaved: [] });
  return locked.ok ? 0 : 1;
}

async function answer(
  session: Session,
  line: string,
  passphrase: string | null,
): Promise<{ result: Result<unknown>; locked: boolean }> {
  const request = parseRequest(line);
  if (!request) {
    const message = 'Each line is {"method":…,"input":…} in JSON.';
    return { result: { ok: false, error: { code: 'bad_input', message } }, locked: false };
  }
  const result = await session.call(request.method, withPassphrase(request, passphrase));
  return { result, locked: result.ok && request.method === 'vault.lock' };
}

function parseRequest(line: string): z.infer<typeof requestSchema> | null {
  try {
    const request = requestSchema.safeParse(JSON.parse(line));
    return request.success ? request.data : null;
  } catch {
    return null;
  }
}

/** So that a script's lines never hold the passphrase. */
function withPassphrase(
  { method, input }: z.infer<typeof requestSchema>,
  passphrase: string | null,
): unknown {
  const wants = method === 'vault.create' || method === 'vault.unlock';
  const fields = z.record(z.string(), z.unknown()).safeParse(input ?? {});
  if (!fields.success) return input;
  if (!wants || passphrase === null || 'passphrase' in fields.data) return fields.data;
  return { ...fields.data, passphrase };
}

async function hasLockedVault(session: Session): Promise<boolean> {
  const status = await session.call('vault.status', {});
  return status.ok && z.object({ state: z.literal('locked') }).safeParse(status.value).success;
}

function begin(platform: Platform, sealed: Uint8Array | null): Session {
  return startSession({ platform, emit: () => {}, sealed, automaticBackups: true, automaticExchange: false });
}

/** A desktop with nobody at it: every dialog is answered with null, and nothing can be printed. */
function windowlessPlatform({ data, documents }: CommandLine): Platform {
  return {
    paths: { data: resolve(data), documents: resolve(documents ?? join(homedir(), 'Documents')) },
    tryOut: false,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    now: () => new Date(),
    randomBytes: (length) => randomBytes(length),
    chooseFolder: async () => null,
    chooseFile: async () => null,
    chooseNewFile: async () => null,
    printToPdf: noPdf,
    printWindow: noPdf,
    async hideWindow() {},
  };
}

async function noPdf(): Promise<never> {
  throw new AppError('file_unwritable', 'A PDF needs the window; choose another format here.');
}
