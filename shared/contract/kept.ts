import { z } from 'zod';
import { idSchema } from '../model/ids.ts';
import { write } from './call.ts';

const which = z.object({ item: idSchema }).strict();
const done = z.object({});

/** What can be done with any entry of `keptKinds`. Throws 'not_found' for everything else. */
export const keptContract = {
  /** Out of sight, and back: for delete with undo. */
  'kept.remove': write(['kept'], which, done),
  'kept.restore': write(['kept'], which, done),
  /** Gone for good, with every trace in this vault. */
  'kept.erase': write(['kept', 'ledger'], which, done),
} as const;
