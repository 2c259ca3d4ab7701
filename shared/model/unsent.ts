import { z } from 'zod';
import { idSchema, words } from './ids.ts';

/** Forms that send what is in them at once, and so have no draft of their own. */
const sendingForms = ['check', 'reopen', 'phrase', 'offer'] as const;

/**
 * Private, in the self-space: what is typed in such a form until it is sent or put away. One for each form and what it is about (a repair,
 * an episode), or nothing; it goes when that is erased. The fields are the form's own.
 */
export const unsentBodySchema = z
  .object({
    form: z.enum(sendingForms),
    about: idSchema.nullable(),
    fields: z.array(z.object({ name: words(40), text: words(20_000) }).strict()).max(8),
  })
  .strict();
export type UnsentBody = z.infer<typeof unsentBodySchema>;
