import { z } from 'zod';
import { hashSchema, idSchema, instantSchema, words } from '../model/ids.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const path = z.string().min(1).max(4000);
const recoveryCode = z.string().min(1).max(200);
const chosenPath = z.object({ path: z.string().nullable() });

const requestSchema = z.object({ path: z.string(), name: z.string(), at: instantSchema });

const conflictSchema = z.object({
  item: idSchema,
  kind: z.string(),
  /** Words of mine in a record with somebody: then one of the two is kept, never both. */
  isShared: z.boolean(),
  /** Erased on one computer and written on in another. */
  isErasedElsewhere: z.boolean(),
  /** The one shown now first. */
  versions: z.array(z.object({ hash: hashSchema, at: instantSchema, text: z.string() })),
});
export type DeviceConflict = z.infer<typeof conflictSchema>;

export const devicesContract = {
  /** On a new computer: the six words to read out, and what it called itself. Null when this vault asks nothing. */
  'link.pending': read(
    ['vault'],
    nothing,
    z.object({ pending: z.object({ words: z.array(z.string()).length(6), name: z.string() }).nullable() }),
  ),
  /** Writes the request file; null asks where. `path` null in the answer: the person changed their mind. */
  'link.saveRequest': write([], z.object({ path: path.nullable() }).strict(), chosenPath),
  /** Takes the other computer's answer in; null asks which. Everything of that journal is here then, or nothing is. */
  'link.takeAnswer': write(
    ['vault', 'settings', 'pages', 'spaces', 'contacts', 'devices'],
    z.object({ path: path.nullable() }).strict(),
    z.object({ recoveryCode: z.string().nullable() }),
  ),
  /** Removes the empty vault that waits for an answer. Refused for any other. */
  'link.giveUp': write(['vault'], nothing, done),

  /** My own computers. `name` null: it was never given one. */
  'devices.list': read(
    ['devices', 'contacts', 'exchange'],
    nothing,
    z.object({
      /** Where private pages travel between them; null until it is chosen. */
      folder: z.string().nullable(),
      state: z.enum(['ready', 'noFolder', 'folderMissing', 'cannotWrite', 'fork', 'notListed']),
      devices: z.array(
        z.object({
          id: idSchema,
          name: z.string().nullable(),
          addedAt: instantSchema.nullable(),
          isThis: z.boolean(),
        }),
      ),
    }),
  ),
  /** The folder only my own computers share; private pages travel there and nowhere else. Refused inside a folder shared with others. */
  'devices.setFolder': write(['devices', 'exchange'], z.object({ folder: path }).strict(), done),
  /** Items that two of my computers changed apart and that could not be joined. */
  'devices.conflicts': read(
    ['devices', 'pages', 'sessions'],
    nothing,
    z.object({ conflicts: z.array(conflictSchema) }),
  ),
  /** Keeps one version of an item, both, or (where it was erased on one computer) neither. */
  'devices.choose': write(
    ['devices', 'pages', 'moments', 'episodes', 'sessions'],
    z.object({ item: idSchema, keep: z.union([hashSchema, z.enum(['both', 'erase'])]) }).strict(),
    done,
  ),
  'devices.rename': write(['devices'], z.object({ id: idSchema, name: words(60) }).strict(), done),
  /** Reads the request file of a new computer; null asks which. Nothing is decided yet. */
  'devices.readRequest': write(
    [],
    z.object({ path: path.nullable() }).strict(),
    z.object({ request: requestSchema.nullable() }),
  ),
  /**
   * Answers a request: the words as read from the other screen, and the recovery code, which alone can sign a device list. `answer`
   * null asks where to write; `path` null in the answer: the person changed their mind and nothing was signed.
   */
  'devices.answer': write(
    ['devices', 'contacts', 'exchange'],
    z.object({ request: path, words: z.string().max(400), recoveryCode, answer: path.nullable() }).strict(),
    chosenPath,
  ),
  /** Takes a lost or sold computer off the list. It keeps what it held; nothing new is sealed to it or believed from it. */
  'devices.remove': write(
    ['devices', 'contacts', 'exchange'],
    z.object({ id: idSchema, recoveryCode }).strict(),
    done,
  ),
} as const;
