import { z } from 'zod';
import { idSchema, words } from '../model/ids.ts';
import { ruptureOutcomes } from '../model/rupture.ts';
import { widerRuptureBodySchema } from '../model/widerRupture.ts';
import { read, write } from './call.ts';

const done = z.object({});
const which = z.object({ item: idSchema }).strict();

const viewSchema = widerRuptureBodySchema.extend({ item: idSchema });
export type WiderRuptureView = z.infer<typeof viewSchema>;

/** Ruptures in a team, with a family or between agencies: one person's private record, named to nobody. */
export const widerRupturesContract = {
  /** Newest first. */
  'widerRuptures.list': read(['ruptures'], z.object({}).strict(), z.object({ records: z.array(viewSchema) })),
  'widerRuptures.get': read(['ruptures'], which, viewSchema),
  /** An empty record to write in; the same one again while nothing is in it. */
  'widerRuptures.begin': write(['ruptures'], z.object({}).strict(), which),
  /**
   * Saves what is written as it is typed. Yes and not sure at the gate also rest it. Refused: a day that has not come ('date_in_future'), one on
   * which it happened after it was noticed ('dates_out_of_order'), a party twice ('bad_input').
   */
  'widerRuptures.save': write(
    ['ruptures'],
    widerRuptureBodySchema
      .omit({ state: true, outcome: true, earlier: true })
      .extend({ item: idSchema })
      .strict(),
    done,
  ),
  /** Refused before the gate, what was agreed and how it is now ('stage_skipped'), behind a closed gate ('gate_closed') and at rest ('resting'). */
  'widerRuptures.settle': write(
    ['ruptures'],
    z.object({ item: idSchema, outcome: z.enum(ruptureOutcomes) }).strict(),
    done,
  ),
  /** Rests it or picks it up; picking up is 'gate_closed' while the gate says yes or not sure. */
  'widerRuptures.rest': write(
    ['ruptures'],
    z.object({ item: idSchema, isResting: z.boolean() }).strict(),
    done,
  ),
  /** It came back: what mended it is kept as it was, and the steps and the gate begin anew. Only once settled ('stage_skipped'). */
  'widerRuptures.reopen': write(
    ['ruptures'],
    z.object({ item: idSchema, words: words(20_000) }).strict(),
    done,
  ),
  /** Out of sight, and back: for delete with undo. */
  'widerRuptures.remove': write(['ruptures'], which, done),
  'widerRuptures.restore': write(['ruptures'], which, done),
} as const;
