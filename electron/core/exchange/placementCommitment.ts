import type { CommitmentOf } from '../../../shared/model/placement.ts';
import { sha256 } from '../items/ids.ts';

/**
 * SHA-256( nonce ‖ placement ‖ author ‖ subject ), layout in FORMAT.md. Author and subject are inside, so that a commitment
 * copied by the other, or moved to another session or decision, opens nothing.
 */
export const commitmentOf: CommitmentOf = ({ nonce, where, author, subject }) =>
  sha256(
    Buffer.concat([
      Buffer.from(nonce, 'hex'),
      Buffer.from(where.toUpperCase(), 'ascii'),
      Buffer.from(author, 'ascii'),
      Buffer.from(subject, 'ascii'),
    ]),
  );
