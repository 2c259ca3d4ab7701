import { z } from 'zod';
import { idSchema, words } from './ids.ts';

export const roleSchema = z.enum(['supervisor', 'supervisee']);
export type Role = z.infer<typeof roleSchema>;

/** Said once by each person when a pair is joined: who they take the members to be, and their own role in this space. */
export const memberBodySchema = z
  .object({ members: z.array(idSchema).min(2).max(12), name: words(200), role: roleSchema })
  .strict();

/**
 * Told to the sender of a revision that could not be taken in; carries the revision's hash and a code, nothing else. `to` is the
 * sender's identity, since in a circle everybody reads it; a notice without it is for whoever else is in the pair.
 */
export const noticeBodySchema = z
  .object({ hash: z.string().max(64), code: z.string().max(40), to: idSchema.optional() })
  .strict();
