import { z } from 'zod';
import { hashSchema, idSchema } from '../model/ids.ts';
import { indicatorNoteBodySchema, indicatorSchema, pickedSchema } from '../model/indicator.ts';
import { roleSchema } from '../model/member.ts';
import { read, write } from './call.ts';

const done = z.object({});
const which = z.object({ item: idSchema }).strict();

/** What one of the two showed. */
const noteSchema = indicatorNoteBodySchema.extend({ item: idSchema, by: roleSchema });
export type IndicatorNote = z.infer<typeof noteSchema>;

/** My own words that nobody else sees. */
const draftSchema = indicatorNoteBodySchema.extend({ item: idSchema, stamp: hashSchema });
export type IndicatorDraft = z.infer<typeof draftSchema>;

export const indicatorsContract = {
  'indicators.get': read(
    ['sessions', 'spaces'],
    z.object({ space: idSchema }).strict(),
    z.object({
      me: roleSchema,
      names: z.object({ supervisee: z.string(), supervisor: z.string() }),
      /** The pair goes on: new words can be written. */
      goesOn: z.boolean(),
      mine: z.array(indicatorSchema),
      theirs: z.array(indicatorSchema),
      /** Those that both picked, at most three. */
      both: z.array(indicatorSchema),
      /** What either showed under those both picked, and what I showed under others; oldest day first. */
      notes: z.array(noteSchema),
      drafts: z.array(draftSchema),
    }),
  ),
  /** What I would like to look at, at most three; travels to the other. What was said under one that goes stays kept. */
  'indicators.pick': write(
    ['sessions'],
    z.object({ space: idSchema, indicators: pickedSchema }).strict(),
    done,
  ),
  /** Begins a note of today that nobody else sees; the same one again while nothing is in it. Throws 'not_found' until both picked it. */
  'indicators.begin': write(
    ['sessions'],
    z.object({ space: idSchema, indicator: indicatorSchema }).strict(),
    which,
  ),
  /** Saves my unshown words as they are typed. Refuses a day that has not come ('date_in_future'). */
  'indicators.save': write(
    ['sessions'],
    indicatorNoteBodySchema.omit({ indicator: true }).extend({ item: idSchema }).strict(),
    done,
  ),
  /**
   * Shows them exactly as they were seen: 'conflict' when they have changed since. Throws 'bad_input' without a story,
   * 'not_found' while it is not picked by both.
   */
  'indicators.show': write(
    ['sessions', 'ledger'],
    z.object({ item: idSchema, stamp: hashSchema }).strict(),
    done,
  ),
  /** Throws my unshown words away; what is shown stays. */
  'indicators.discard': write(['sessions'], which, done),
  /** Takes back what I showed; it is unshown words of mine again. */
  'indicators.takeBack': write(['sessions'], which, done),
} as const;
