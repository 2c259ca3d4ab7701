import { z } from 'zod';
import { hashSchema, idSchema, instantSchema } from './ids.ts';

/** The newest revision format this program reads. A revision whose `minReader` is higher is held, whole and unread. */
export const readerVersion = 1;

/**
 * An immutable statement by an item's owner: the only thing that ever leaves a vault. Canonical JSON (RFC 8785) of it is
 * hashed with SHA-256. `body` null means withdrawn. Unknown fields are kept, since the bytes are.
 */
export const revisionSchema = z.looseObject({
  format: z.number().int().min(1),
  minReader: z.number().int().min(1),
  item: idSchema,
  kind: z.string().min(1).max(40),
  space: idSchema,
  subject: idSchema.nullable(),
  /** Hashes of the same item's revisions that this one replaces. */
  parents: z.array(hashSchema).max(16),
  at: instantSchema,
  by: idSchema,
  body: z.unknown(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** The newest state of someone's shared item, as folds see it. */
export type Statement<Body = unknown> = {
  readonly item: string;
  readonly kind: string;
  readonly owner: string;
  readonly subject: string | null;
  readonly madeAt: string;
  readonly at: string;
  readonly hash: string;
  readonly body: Body;
};
