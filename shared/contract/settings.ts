import { z } from 'zod';
import { read, write } from './call.ts';

const ownText = z.string().trim().min(1).max(1000).nullable();

/** Settings that belong to the person's journal and so are kept inside the vault. Null means the default text. */
export const settingsSchema = z.object({
  helpLine: ownText,
  limits: ownText,
  routePast: ownText,
  /** The organisation's formal routes, shown where something is not for two people to mend. */
  formalRoutes: z.string().trim().min(1).max(4000).nullable(),
  /** Names to look for before anything leaves: children, families, colleagues. One person each. */
  names: z.array(z.string().trim().min(1).max(200)).max(500),
  organisation: z.string().trim().min(1).max(200).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  'settings.get': read(['settings', 'vault'], z.object({}).strict(), settingsSchema),
  /** Changes what is named and leaves the rest. */
  'settings.set': write(['settings'], settingsSchema.partial().strict(), settingsSchema),
} as const;
