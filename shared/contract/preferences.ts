import { z } from 'zod';
import { read, write } from './call.ts';

/** Kept in the clear beside the vault because the unlock screen needs them; nothing personal may be added. */
export const preferencesSchema = z.object({
  language: z.enum(['en-GB', 'cy']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes idle before the vault locks; the veil comes after 3. */
  lockAfterMinutes: z.number().int().min(1).max(120),
  writingFont: z.enum(['serif', 'sans']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesContract = {
  'preferences.get': read(['settings'], z.object({}).strict(), preferencesSchema),
  'preferences.set': write(['settings'], preferencesSchema.partial().strict(), preferencesSchema),
} as const;
