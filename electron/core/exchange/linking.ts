import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/result.ts';
import { schemaOf } from '../db/migrate.ts';
import { readSetting, removeSetting, writeSetting } from '../db/setting.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction } from '../items/commit.ts';
import type { Deps } from '../deps.ts';
import { rebuildProjections } from '../items/projections.ts';
import { readRecoveryCode } from '../vault/recoveryCode.ts';
import { keepRootKey, rootFromSeed } from '../vault/rootKey.ts';
import { vaultSetting } from '../vault/settings.ts';
import { type Card, cardSchema, deviceId, readCard } from './card.ts';
import { myCard, ownDevice } from './identity.ts';
import { openLinkAnswer, sealLinkAnswer } from './linkAnswer.ts';
import { linkKey, newLinkWords } from './linkKey.ts';
import { type LinkRequest, linkRequestHash, makeLinkRequest, readLinkRequest } from './linkRequest.ts';
import { cardOfThisDevice, storeOwnCard } from './ownList.ts';
import { publicKeyToText } from './signature.ts';
import { rowsToCarry, takeCarriedRows } from './vaultRows.ts';

const pendingSetting = 'link.pending';
const pendingSchema = z.object({ words: z.array(z.string()).length(6), request: z.string() });

export type PendingLink = { readonly words: readonly string[]; readonly request: LinkRequest };

const headerSchema = z.object({
  format: z.literal(1),
  kind: z.literal('twovoice-link-answer'),
  /** Hash of the request that this answers. */
  request: z.string().regex(/^[0-9a-f]{64}$/),
  /** The schema number of the rows' tables. */
  schema: z.number().int().min(1),
  /** The root key's 32-byte seed, base64. */
  root: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  card: cardSchema,
  rows: z.number().int().min(0),
});

/** What a new computer asks, made once: it stays with the vault until it is answered. Null when this vault asks nothing. */
export function pendingLink(db: Database): PendingLink | null {
  const stored = readSetting(db, pendingSetting);
  if (stored === null) return null;
  const { words, request } = pendingSchema.parse(JSON.parse(stored));
  return { words, request: readLinkRequest(request) };
}

/** Makes this fresh vault's request to become another computer of somebody who has a journal already. */
export async function startLink(
  db: Database,
  ask: { readonly name: string; readonly now: Date; readonly random: (length: number) => Uint8Array },
): Promise<void> {
  const own = ownDevice(db);
  const words = newLinkWords(ask.random);
  const device = listedSelf(myCard(db), own.id);
  const request = await makeLinkRequest(
    {
      name: ask.name,
      at: ask.now.toISOString(),
      salt: Buffer.from(ask.random(16)).toString('base64'),
      sign: device.sign,
      recipient: device.recipient,
    },
    own.sign,
    words,
  );
  writeSetting(db, pendingSetting, JSON.stringify({ words, request: toCanonical(request) }));
}

/**
 * The bytes of the answer: everything this vault would say under `card`, which is not stored yet. Nothing changes here, so that a
 * file that cannot be written leaves no device in the list.
 */
export async function makeLinkAnswer(
  deps: Deps,
  request: LinkRequest,
  key: Uint8Array,
  next: { readonly card: Card; readonly seed: Uint8Array },
): Promise<Uint8Array> {
  const db = deps.vault.db();
  const rows = asIf(
    db,
    () => storeOwnCard(db, next.card),
    () => [...rowsToCarry(db), ...ownChainRows(db)],
  );
  const header: z.infer<typeof headerSchema> = {
    format: 1,
    kind: 'twovoice-link-answer',
    request: linkRequestHash(request),
    schema: schemaOf(db),
    root: Buffer.from(next.seed).toString('base64'),
    card: next.card,
    rows: rows.length,
  };
  return sealLinkAnswer([toCanonical(header), ...rows], request, key);
}

/**
 * Takes an answer in: this vault becomes another device of that person, with a recovery code of its own. All of it or nothing.
 * Throws 'not_found' when nothing was asked here, and whatever `openLinkAnswer` throws; 'newer_format' when the other computer has
 * another version of Twovoice.
 */
export async function takeLinkAnswer(deps: Deps, file: Uint8Array, recoveryCode: string): Promise<void> {
  const db = deps.vault.db();
  const pending = pendingLink(db);
  if (pending === null) throw new AppError('not_found', 'this vault asks for no answer');
  const code = readRecoveryCode(recoveryCode);
  if (code === null)
    throw new AppError('unexpected', 'the recovery code of a vault that waits is unreadable');
  const key = await linkKey(pending.words, Buffer.from(pending.request.salt, 'base64'));
  const [first = '', ...rows] = await openLinkAnswer(file, ownDevice(db).ageIdentity, pending.request, key);
  const header = parseHeader(first, db);
  const seed = Buffer.from(header.root, 'base64');
  checkHeader(header, rows.length, seed, pending.request);
  inOneTransaction(deps, () => {
    takeCarriedRows(db, rows);
    storeOwnCard(db, cardOfThisDevice(db, header.card, deps.platform.now()));
    writeSetting(db, vaultSetting.personName, header.card.name);
    keepRootKey(db, seed, code, (length) => deps.platform.randomBytes(length));
    removeSetting(db, pendingSetting);
    rebuildProjections(db);
  });
  seed.fill(0);
}

/** Runs `read` as though `change` had been made, and leaves nothing of it. */
function asIf<T>(db: Database, change: () => void, read: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    change();
    return read();
  } finally {
    db.exec('ROLLBACK');
  }
}

/**
 * How far this device's own chains went: what they say is in the rows, so the new device goes on from there. `[table, row]` like
 * the others.
 */
function ownChainRows(db: Database): string[] {
  const rows = db
    .prepare(
      `SELECT space, ? AS device, max(seq) AS seq, hash, '' AS head, at FROM packet_out GROUP BY space`,
    )
    .all(ownDevice(db).id);
  return rows.map((row) => JSON.stringify(['packet_in', row]));
}

function parseHeader(line: string, db: Database): z.infer<typeof headerSchema> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new AppError('link_damaged', 'the answer has no first line');
  }
  const version = z.object({ format: z.number().int(), schema: z.number().int() }).safeParse(json);
  if (version.success && (version.data.format > 1 || version.data.schema !== schemaOf(db))) {
    throw new AppError('newer_format', 'both computers need the same version of Twovoice');
  }
  const parsed = headerSchema.safeParse(json);
  if (!parsed.success) throw new AppError('link_damaged', 'the first line of the answer does not fit');
  return parsed.data;
}

/** The list must name this very device and be signed by the root that came with it. */
function checkHeader(
  header: z.infer<typeof headerSchema>,
  rows: number,
  seed: Uint8Array,
  request: LinkRequest,
): void {
  const card = readCard(toCanonical(header.card));
  const self = card.list.devices.find(({ id }) => id === deviceId(request.sign));
  const isWhole =
    header.rows === rows &&
    header.request === linkRequestHash(request) &&
    publicKeyToText(rootFromSeed(seed).publicKey) === card.list.root &&
    self?.sign === request.sign &&
    self.recipient === request.recipient;
  if (!isWhole) throw new AppError('link_damaged', 'the answer does not fit this computer');
}

function listedSelf(card: Card, id: string): Card['list']['devices'][number] {
  const self = card.list.devices.find((device) => device.id === id);
  if (self === undefined) throw new AppError('unexpected', 'this device is not in its own list');
  return self;
}
