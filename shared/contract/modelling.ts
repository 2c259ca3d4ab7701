import { z } from 'zod';
import { idSchema } from '../model/ids.ts';
import { modellingAnswerBodySchema, monthSchema } from '../model/modelling.ts';
import { modellingQuestions } from '../reflection/modelling.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();

const answerSchema = modellingAnswerBodySchema.extend({ item: idSchema });
export type ModellingAnswer = z.infer<typeof answerSchema>;

const askedSchema = z.object({ month: monthSchema, question: z.enum(modellingQuestions) });
export type ModellingAsked = z.infer<typeof askedSchema>;

export const modellingContract = {
  /** The question of this month for those who supervise somebody; null when there is none to ask, or it rests. */
  'modelling.asked': read(['kept', 'spaces'], nothing, z.object({ asked: askedSchema.nullable() })),
  /**
   * Keeps an answer privately; `item` null makes the month's. Refuses an empty one ('bad_input'), a month to come
   * ('date_in_future') and a second one for a month ('conflict').
   */
  'modelling.save': write(
    ['kept'],
    z
      .object({ item: idSchema.nullable(), month: monthSchema, text: modellingAnswerBodySchema.shape.text })
      .strict(),
    z.object({ item: idSchema }),
  ),
  /** "Not this month": keeps that this month's question is put away, and nothing else. */
  'modelling.putAway': write(['kept'], z.object({ month: monthSchema }).strict(), z.object({})),
  /** What I answered, newest month first. */
  'modelling.list': read(['kept'], nothing, z.object({ answers: z.array(answerSchema) })),
} as const;
