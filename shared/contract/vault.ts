import { z } from 'zod';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const done = z.object({});

/** As typed; only well-formed Unicode, because a lone surrogate has no UTF-8 bytes to derive a key from. */
const passphrase = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => text.isWellFormed());

/** Civil date `YYYY-MM-DD`; instants elsewhere are ISO 8601 UTC. */
const vaultStatusSchema = z.object({
  state: z.enum(['none', 'locked', 'open']),
  /** The person's name on an open vault, else null: a locked vault tells nothing. */
  name: z.string().nullable(),
  folder: z.string(),
  tryOut: z.boolean(),
  /** Set when the file was found to be an older copy put back (header and database generations differ). */
  rolledBack: z.boolean(),
  /** The vault came back from a backup: exchange needs a new device before it may write again. */
  restored: z.boolean(),
  /** The recovery code while nobody has said they wrote it down; null from then on, and always while locked. */
  recoveryCode: z.string().nullable(),
  /** This new vault waits for the answer of the person's other computer (`link.pending`); nothing is written in it until then. */
  linking: z.boolean(),
});

const backupSchema = z.object({
  folder: z.string(),
  /** Instant the copy was made, ISO 8601 UTC. */
  at: z.string(),
  bytes: z.number().int(),
});

export const vaultContract = {
  'vault.status': read(['vault'], nothing, vaultStatusSchema),
  /** Honest strength of a passphrase: guesses as a power of ten, and the words to show, by message key. */
  'vault.strength': read(
    [],
    z
      .object({
        passphrase: z.string().max(1000),
        /** What the person is called: a passphrase made of it is soon guessed. On an open vault its own name counts anyway. */
        name: z.string().max(200).optional(),
      })
      .strict(),
    z.object({
      guessesLog10: z.number(),
      level: z.enum(['short', 'guessable', 'fair', 'strong']),
      /** Whether `vault.create` accepts it. */
      enough: z.boolean(),
    }),
  ),
  /** Makes the vault and leaves it open. The recovery code is kept, inside the vault, until `vault.codeWritten`. */
  'vault.create': write(
    ['vault', 'settings'],
    z
      .object({
        name: z.string().min(1).max(200),
        passphrase,
        /** Parent folder for the vault; null means the profile's own local data folder. */
        folder: z.string().nullable(),
        /** Where backups go; null means a folder in the person's documents. */
        backupFolder: z.string().nullable(),
        /** Makes the vault only to use a journal here that another computer has: `name` then is this computer's. */
        link: z.boolean().optional(),
      })
      .strict(),
    z.object({ recoveryCode: z.string() }),
  ),
  'vault.unlock': write(['vault'], z.object({ passphrase }).strict(), done),
  /** Opens with the recovery code alone, sets a new passphrase, and replaces the code. */
  'vault.recover': write(
    ['vault'],
    z.object({ recoveryCode: z.string().min(1).max(200), newPassphrase: passphrase }).strict(),
    z.object({ recoveryCode: z.string() }),
  ),
  /** Says that the recovery code is on paper; the vault then keeps it nowhere. */
  'vault.codeWritten': write(['vault'], nothing, done),
  'vault.changePassphrase': write(
    ['vault'],
    z.object({ passphrase, newPassphrase: passphrase }).strict(),
    done,
  ),
  /** Saves what the window could not (`unsaved` calls are tried once more, else sealed in memory until the next unlock), closes, ends the thread. */
  'vault.lock': write(
    ['vault'],
    z.object({ unsaved: z.array(z.object({ method: z.string(), input: z.unknown() })).max(100) }).strict(),
    done,
  ),
  'vault.chooseFolder': read(
    [],
    z.object({ purpose: z.enum(['vault', 'backup', 'shared', 'own', 'restore']) }).strict(),
    z.object({ folder: z.string().nullable() }),
  ),
  'vault.hideWindow': read([], nothing, done),
  'backups.list': read(
    ['backups'],
    z.object({ folder: z.string().nullable() }).strict(),
    z.object({ folder: z.string(), backups: z.array(backupSchema) }),
  ),
  'backups.state': read(
    ['backups'],
    nothing,
    z.object({ folder: z.string(), lastAt: z.string().nullable(), failure: z.string().nullable() }),
  ),
  'backups.make': write(['backups'], nothing, backupSchema),
  'backups.setFolder': write(['backups'], z.object({ folder: z.string() }).strict(), done),
  /** Puts a backup in the vault's place (the vault that was there is moved aside, never deleted). Locked afterwards. */
  'backups.restore': write(
    ['vault', 'backups'],
    z.object({ folder: z.string() }).strict(),
    z.object({ movedAside: z.string().nullable() }),
  ),
} as const;
