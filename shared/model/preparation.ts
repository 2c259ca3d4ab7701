import { z } from 'zod';
import { idSchema, words } from './ids.ts';

/** Private. What I want to keep in mind for one pair before we meet; one a pair. */
export const preparationNoteBodySchema = z.object({ space: idSchema, text: words(20_000) }).strict();
