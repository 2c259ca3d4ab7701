import { z } from 'zod';
import { idSchema, instantSchema, words } from './ids.ts';

/** What a person calls one of their computers, and since when it has been theirs. Private: nobody else sees it. */
export const ownDeviceBodySchema = z
  .object({ device: idSchema, name: words(60), addedAt: instantSchema })
  .strict();
