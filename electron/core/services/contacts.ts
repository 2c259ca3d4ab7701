import { readFile, stat, writeFile } from 'node:fs/promises';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { type Card, cardSchema, identityId, readCard } from '../exchange/card.ts';
import { type StoredContact, storedContact } from '../exchange/contact.ts';
import { compareWords } from '../exchange/compareWords.ts';
import { renewCard } from '../exchange/deviceLists.ts';
import { myCard } from '../exchange/identity.ts';
import { toCanonical } from '../items/canonical.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import { inOneTransaction } from '../items/commit.ts';

type Contact = Output<'contacts.list'>['contacts'][number];

const cardFileLimit = 100_000;
const extensions = ['twovoice-card'];

/** Writes my contact card where the person says. Never replaces another file without the dialog having asked. */
export async function exportCard(
  deps: Deps,
  input: Input<'contacts.exportCard'>,
): Promise<Output<'contacts.exportCard'>> {
  const card = myCard(deps.vault.db());
  const name = `${card.name.replace(/[^\p{L}\p{N} -]/gu, '').trim() || 'contact'}.twovoice-card`;
  const path =
    input.path ??
    (await deps.platform.chooseNewFile({
      title: dialogTitle(deps.platform, 'dialogs.card'),
      name,
      extensions,
    }));
  if (path === null) return { path: null };
  try {
    await writeFile(path, `${toCanonical(card)}\n`);
  } catch {
    throw new AppError('file_unwritable', 'the card could not be written there');
  }
  return { path };
}

/** Reads and checks another's card and keeps it unconfirmed, with the six words to compare. */
export async function takeCard(
  deps: Deps,
  input: Input<'contacts.takeCard'>,
): Promise<Output<'contacts.takeCard'>> {
  const path =
    input.path ??
    (await deps.platform.chooseFile({ title: dialogTitle(deps.platform, 'dialogs.card'), extensions }));
  if (path === null) return { contact: null };
  const card = readCard(await readCardFile(path));
  const db = deps.vault.db();
  const mine = myCard(db);
  const identity = identityId(card.list.root);
  if (identity === identityId(mine.list.root)) throw new AppError('own_card', 'this is your own card');
  const known = db.prepare('SELECT state FROM identity WHERE id = ?').get(identity) as
    | { state: string }
    | undefined;
  if (known?.state === 'joined') renewDevices(deps, identity, card);
  else if (known?.state === 'introduced') meetIntroduced(deps, identity, card);
  else {
    db.prepare(
      `INSERT INTO identity (id, name, state, card, added_at) VALUES (?, ?, 'unconfirmed', ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, card = excluded.card, added_at = excluded.added_at`,
    ).run(identity, card.name, toCanonical(card), deps.platform.now().toISOString());
  }
  return { contact: await contactWithWords(storedContact(db, identity), mine) };
}

/**
 * The own card of somebody a circle's founder introduced, so that words can be compared after all. Throws 'conflict' for one older
 * than what is known of them.
 */
function meetIntroduced(deps: Deps, identity: string, card: Card): void {
  const db = deps.vault.db();
  const held = cardSchema.parse(JSON.parse(storedContact(db, identity).card));
  if (card.list.number < held.list.number) throw new AppError('conflict', 'a newer card of them is here');
  inOneTransaction(deps, () => {
    if (renewCard(db, identity, card, deps.platform.now())) return;
    db.prepare('UPDATE identity SET card = ? WHERE id = ?').run(toCanonical(card), identity);
  });
}

/** A later card of somebody joined needs no new words: the same root key signed it. Throws 'conflict' for one that is not newer. */
function renewDevices(deps: Deps, identity: string, card: Card): void {
  const renewed = inOneTransaction(deps, () =>
    renewCard(deps.vault.db(), identity, card, deps.platform.now()),
  );
  if (!renewed) throw new AppError('conflict', 'you are already joined with this person');
}

export async function listContacts(deps: Deps): Promise<Output<'contacts.list'>> {
  const db = deps.vault.db();
  const rows = db
    .prepare(
      `SELECT id AS identity, name, state, card, added_at AS addedAt FROM identity
       WHERE state <> 'me' ORDER BY name COLLATE NOCASE, id`,
    )
    .all() as StoredContact[];
  const mine = myCard(db);
  const contacts: Contact[] = [];
  for (const row of rows) contacts.push(await contactWithWords(row, mine));
  return { contacts };
}

/**
 * Forgets a card whose words differed. Somebody met in a circle stays there as introduced; a joined person is not forgotten this
 * way ('conflict').
 */
export function forgetContact(deps: Deps, input: Input<'contacts.forget'>): Output<'contacts.forget'> {
  const { state } = storedContact(deps.vault.db(), input.identity);
  if (state === 'joined') throw new AppError('conflict', 'this pair is joined');
  if (state === 'unconfirmed') {
    deps.vault.db().prepare('DELETE FROM identity WHERE id = ?').run(input.identity);
  }
  return {};
}

const wordsByCards = new Map<string, string[]>();

async function contactWithWords(row: StoredContact, mine: Card): Promise<Contact> {
  const theirs = cardSchema.parse(JSON.parse(row.card));
  const key = `${mine.signature}${theirs.signature}`;
  const words = wordsByCards.get(key) ?? (await compareWords(mine, theirs));
  wordsByCards.set(key, words);
  return { identity: row.identity, name: row.name, state: row.state, words, addedAt: row.addedAt };
}

async function readCardFile(path: string): Promise<string> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new AppError('file_unreadable', 'this file could not be read');
  if (info.size > cardFileLimit) throw new AppError('not_a_card', 'this file is not a contact card');
  return readFile(path, 'utf8').catch(() => {
    throw new AppError('file_unreadable', 'this file could not be read');
  });
}
