import { createHash } from 'node:crypto';
import type { FacilitationFounding } from '../../../shared/model/facilitation.ts';
import { toCanonical } from './canonical.ts';
import { bytesToId } from './ids.ts';

/**
 * The id of a facilitated space: the first 130 bits of SHA-256 over `twovoice/facilitated/v1`, a zero byte and the canonical JSON of
 * who has which part, the purpose and the salt (exchange/FORMAT.md). Another person, another part or another rupture is another space.
 */
export function facilitatedSpaceId(founding: FacilitationFounding): string {
  const { founder, supervisee, supervisor, facilitator, purpose, salt } = founding;
  const bound = toCanonical({ facilitator, founder, purpose, salt, supervisee, supervisor });
  return bytesToId(createHash('sha256').update('twovoice/facilitated/v1\0').update(bound, 'utf8').digest());
}

/**
 * What binds a facilitated space to one rupture and to the very suggestion both said yes to: a hash that only who holds both can
 * check. Both are beyond guessing, and the salt is another each time: the facilitator cannot tell whether two spaces are about one thing.
 */
export function purposeOf(rupture: string, suggestion: string, salt: string): string {
  const bound = toCanonical({ rupture, salt, suggestion });
  return createHash('sha256').update('twovoice/facilitated-purpose/v1\0').update(bound, 'utf8').digest('hex');
}
