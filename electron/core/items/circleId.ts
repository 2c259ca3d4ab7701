import { createHash } from 'node:crypto';
import { toCanonical } from './canonical.ts';
import { bytesToId } from './ids.ts';

/** What a circle's space id is bound to. Base64 salt of 16 bytes; the order of `members` does not matter. */
export type CircleFounding = {
  readonly founder: string;
  readonly members: readonly string[];
  readonly salt: string;
};

/**
 * The id of a circle's space: the first 130 bits of SHA-256 over `twovoice/circle/v1`, a zero byte and the canonical JSON of
 * founder, sorted members and salt (exchange/FORMAT.md). Whoever is told of other people, or of another founder, is told
 * of another circle: nobody can be led to speak before people they were not shown.
 */
export function circleSpaceId({ founder, members, salt }: CircleFounding): string {
  const bound = toCanonical({ founder, members: [...members].sort(), salt });
  return bytesToId(createHash('sha256').update('twovoice/circle/v1\0').update(bound, 'utf8').digest());
}
