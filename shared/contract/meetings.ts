import { z } from 'zod';
import { dateSchema, idSchema } from '../model/ids.ts';
import { meetingTypes } from '../reflection/formal.ts';
import { read, write } from './call.ts';

const meeting = z.enum(meetingTypes);
const path = z.string().min(1).max(4000).nullable();
const printed = z.object({ path: z.string().nullable() });
const language = z.enum(['en-GB', 'cy']);

export const meetingsContract = {
  /** A private page with the five questions. It is found, kept, taken out and brought in like any page. */
  'meetings.create': write(
    ['pages'],
    z.object({ date: dateSchema, meeting, title: z.string().max(300) }).strict(),
    z.object({ item: idSchema }),
  ),
  /** Newest by their own date first. */
  'meetings.list': read(
    ['pages'],
    z.object({}).strict(),
    z.object({
      meetings: z.array(z.object({ item: idSchema, date: dateSchema, title: z.string(), meeting })),
    }),
  ),
  /** The sheet as a PDF, before and after side by side. `path` null asks the person; null back: they changed their mind. */
  'meetings.print': write(['ledger'], z.object({ item: idSchema, language, path }).strict(), printed),
  /** The four core questions on one small page, to take along. Nothing of a journal is on it. */
  'cards.print': write([], z.object({ language, path }).strict(), printed),
} as const;
