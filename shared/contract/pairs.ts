import { z } from 'zod';
import { idSchema, instantSchema } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { errorCodes } from '../result.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const sixWords = z.array(z.string().max(40)).length(6);
const path = z.string().min(1).max(4000);

const contactSchema = z.object({
  identity: idSchema,
  name: z.string(),
  /** `introduced`: met in a circle on its founder's word; `former`: replaced by a new identity of the same person. */
  state: z.enum(['unconfirmed', 'joined', 'introduced', 'former']),
  /** The six words both people must see. */
  words: sixWords,
  addedAt: instantSchema,
});

/** How the exchange of one space stands. */
export const exchangeSchema = z.object({
  state: z.enum(['ready', 'noFolder', 'folderMissing', 'cannotWrite', 'fork', 'notListed']),
  /** Packets that lie there and wait for an earlier one. */
  waiting: z.number().int(),
  /** Shown here, not yet in the shared folder. */
  unsent: z.number().int(),
  lastReceivedAt: instantSchema.nullable(),
  setAside: z.array(z.object({ name: z.string(), code: z.enum(errorCodes), at: instantSchema })),
  /** What another's vault could not take in from us. */
  refused: z.array(z.object({ hash: z.string(), code: z.string(), at: instantSchema })),
});
export type ExchangeStanding = z.infer<typeof exchangeSchema>;

export const pairSchema = z.object({
  space: idSchema,
  me: z.object({ identity: idSchema, name: z.string(), role: roleSchema }),
  /** `role` null until their own statement has arrived. */
  other: z.object({ identity: idSchema, name: z.string(), role: roleSchema.nullable() }),
  folder: z.string().nullable(),
  endedAt: instantSchema.nullable(),
  /** The other person lost their vault; this pair goes on as another. */
  isReplaced: z.boolean(),
  exchange: exchangeSchema,
});
export type PairView = z.infer<typeof pairSchema>;

export const pairsContract = {
  /** Writes my contact card; null asks where. `path` null in the answer: the person changed their mind. */
  'contacts.exportCard': write(
    [],
    z.object({ path: path.nullable() }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** Takes in another's card file; null asks which. Nothing is joined yet. */
  'contacts.takeCard': write(
    ['contacts'],
    z.object({ path: path.nullable() }).strict(),
    z.object({ contact: contactSchema.nullable() }),
  ),
  'contacts.list': read(['contacts'], nothing, z.object({ contacts: z.array(contactSchema) })),
  /** Forgets a card that was not joined: what "these are different" does. */
  'contacts.forget': write(['contacts'], z.object({ identity: idSchema }).strict(), z.object({})),
  /**
   * Joins the pair: `words` are the six the other person sees. Other words: refused with 'words_differ', nothing joined.
   */
  'pairs.join': write(
    ['contacts', 'spaces'],
    z
      .object({
        identity: idSchema,
        words: sixWords,
        role: roleSchema,
        folder: path.nullable(),
        /** The pair with the same person before they lost their vault: it ends, stays readable, and this one goes on. */
        continues: idSchema.nullable().optional(),
      })
      .strict(),
    z.object({ space: idSchema }),
  ),
  'pairs.list': read(['spaces', 'exchange'], nothing, z.object({ pairs: z.array(pairSchema) })),
  'pairs.get': read(['spaces', 'exchange'], z.object({ space: idSchema }).strict(), pairSchema),
  'pairs.setFolder': write(
    ['spaces', 'exchange'],
    z.object({ space: idSchema, folder: path }).strict(),
    z.object({}),
  ),
  'pairs.setRole': write(['spaces'], z.object({ space: idSchema, role: roleSchema }).strict(), z.object({})),
  /** Asks the others again for packets that are missing, without waiting any longer. */
  'exchange.askAgain': write(['exchange'], z.object({ space: idSchema }).strict(), z.object({})),
  /** Looks into every shared folder now, sending and taking in; done when the round is. */
  'exchange.sync': write(['exchange'], nothing, z.object({})),
} as const;
