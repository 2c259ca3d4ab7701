import { z } from 'zod';
import { keptKindSchema } from '../model/evidence.ts';
import { dateSchema, words } from '../model/ids.ts';
import { read, write } from './call.ts';

/** What a case extract says. `date`: the day it is about, for telling old dates apart. */
const leaving = { text: words(20_000), date: dateSchema };
const kept = z.array(keptKindSchema).max(4);

export const extractsContract = {
  /** What in a text may point to a person: listed names and the names of those I am joined with, numbers, dates, postcodes. */
  'extracts.check': read(
    ['settings', 'spaces'],
    z.object(leaving).strict(),
    z.object({
      findings: z.array(z.object({ kind: keptKindSchema, start: z.number().int(), end: z.number().int() })),
    }),
  ),
  /**
   * Notes in the ledger that exactly this text leaves; the window copies it then. Throws 'identifiers_found' when something
   * was found whose kind is not among `kept`. Where it came from is not told and not kept.
   */
  'extracts.copy': write(['ledger'], z.object({ ...leaving, kept }).strict(), z.object({})),
  /** The same text as a PDF. `path` null asks the person; an answer of null means they changed their mind. */
  'extracts.print': write(
    ['ledger'],
    z
      .object({
        ...leaving,
        kept,
        language: z.enum(['en-GB', 'cy']),
        path: z.string().min(1).max(4000).nullable(),
      })
      .strict(),
    z.object({ path: z.string().nullable() }),
  ),
} as const;
