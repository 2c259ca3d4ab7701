import { z } from 'zod';
import { words } from './ids.ts';

const box = words(3900);

/** My feeling, what happened, its effect, what I ask: in the order they are said. */
export const statementBoxes = ['feeling', 'happened', 'effect', 'ask'] as const;
/** An apology in its own elements; the last one asks for nothing back. */
export const apologyBoxes = ['did', 'landed', 'shouldHave', 'will', 'askNothing'] as const;

export const builtForms = ['statement', 'apology'] as const;

/**
 * Private, in the self-space: words for a hard talk while they are being found. Subject: the private note or the repair they are for, or none. One for
 * each subject, kept until it is thrown away; nothing of it is ever sent from here.
 */
export const builtWordsBodySchema = z
  .object({
    form: z.enum(builtForms),
    statement: z.object({ feeling: box, happened: box, effect: box, ask: box }).strict(),
    apology: z.object({ did: box, landed: box, shouldHave: box, will: box, askNothing: box }).strict(),
    /** The boxes put together, then changed freely. */
    words: words(20_000),
  })
  .strict();
export type BuiltWordsBody = z.infer<typeof builtWordsBodySchema>;

/** The boxes of the chosen form one under the other, as they were written; empty ones leave no gap. Adds no word. */
export function putTogether(body: BuiltWordsBody): string {
  const { statement, apology } = body;
  const parts =
    body.form === 'statement'
      ? statementBoxes.map((name) => statement[name])
      : apologyBoxes.map((name) => apology[name]);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
