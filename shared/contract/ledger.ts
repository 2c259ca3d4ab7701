import { z } from 'zod';
import { dateSchema, idSchema, instantSchema } from '../model/ids.ts';
import { ledgerActs } from '../model/ledgerMeaning.ts';
import { read, write } from './call.ts';

const path = z.string().min(1).max(4_000).nullable();

const lineSchema = z.object({
  number: z.number().int(),
  at: instantSchema,
  act: z.enum(ledgerActs),
  /** The entry in words, in the person's language. */
  sentence: z.string(),
});
export type LedgerLine = z.infer<typeof lineSchema>;

/** The first digits of a head, for reading out. */
const mark = z.string();
const headSchema = z.object({ names: z.array(z.string()), at: instantSchema });

const ledgerStateSchema = z.object({
  /** The first entry that does not follow from the one before; null when the chain is whole. */
  brokenAt: z.number().int().nullable(),
  /** The newest head of mine each space was told, and every older one that is no longer in the ledger. */
  sent: z.array(headSchema.extend({ standing: z.enum(['held', 'sent', 'gone']) })),
  /** Heads of others' ledgers, newest first. */
  received: z.array(z.object({ identity: idSchema, name: z.string(), at: instantSchema, mark })),
  /** Everybody an entry may be about, for choosing. */
  people: z.array(z.object({ identity: idSchema, name: z.string() })),
});

const ledgerVerdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.enum(['notALedger', 'unknown']) }),
  z.object({ verdict: z.literal('broken'), number: z.number().int() }),
  z.object({ verdict: z.enum(['whole', 'ends', 'changed']), name: z.string(), at: instantSchema }),
]);

export const ledgerContract = {
  /** Entries newest first, at most `limit` before the one numbered `before`. `words` are looked for in the sentences. */
  'ledger.list': read(
    ['ledger', 'settings', 'contacts', 'spaces'],
    z
      .object({
        act: z.enum(ledgerActs).nullable(),
        person: idSchema.nullable(),
        from: dateSchema.nullable(),
        until: dateSchema.nullable(),
        words: z.string().max(200),
        limit: z.number().int().min(1).max(10_000),
      })
      .strict(),
    z.object({ lines: z.array(lineSchema), more: z.boolean() }),
  ),
  /** Whether the ledger is unchanged, by itself and by what others were told of it. */
  'ledger.state': read(['ledger', 'exchange'], z.object({}).strict(), ledgerStateSchema),
  /** Saves the ledger: in sentences to read, or as the bare chain for somebody else to check. Null path asks. */
  'ledger.export': write(
    ['ledger'],
    z.object({ as: z.enum(['words', 'chain']), path }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** Holds a ledger somebody gave as a file against the heads that came with their packets. Null when none was chosen. */
  'ledger.check': write(
    [],
    z.object({ path }).strict(),
    z.object({ verdict: ledgerVerdictSchema.nullable() }),
  ),
} as const;
