import { z } from 'zod';

/** What a write may have changed; every `useCall` that reads one of these topics runs again. */
export const topicSchema = z.enum([
  'vault',
  'settings',
  'pages',
  'moments',
  'feelings',
  'care',
  'episodes',
  'kept',
  'strengths',
  'contacts',
  'spaces',
  'sessions',
  'agreements',
  'promises',
  'ruptures',
  'evidence',
  'packs',
  'circles',
  'exchange',
  'ledger',
  'backups',
  'devices',
  'practice',
  'phrases',
  'unsent',
]);
export type Topic = z.infer<typeof topicSchema>;

/** Everything the core may tell the window unasked. No journal text travels in an event. */
export const eventSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('changed'), topics: z.array(topicSchema) }),
  /** Long work: `batch` is the id its caller chose, so that a cancel finds it. */
  z.object({
    name: z.literal('progress'),
    batch: z.string(),
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** Save now, then call `vault.lock`; the window is blanked two seconds later whatever happens. */
  z.object({ name: z.literal('flush'), reason: z.enum(['button', 'idle', 'sleep', 'screen', 'close']) }),
  z.object({ name: z.literal('locked') }),
]);
export type AppEvent = z.infer<typeof eventSchema>;
