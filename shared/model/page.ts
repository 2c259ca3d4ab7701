import { z } from 'zod';
import { dateSchema, words } from './ids.ts';
import { proseSchema, proseToText } from './prose.ts';

/** A private page: one section for each prompt of its set, or a single section without a prompt. */
export const pageBodySchema = z
  .object({
    date: dateSchema,
    title: words(300),
    /** Id of a set in shared/reflection, or null for a free page. */
    promptSet: z.string().max(60).nullable(),
    sections: z
      .array(z.object({ prompt: z.string().max(60).nullable(), prose: proseSchema }).strict())
      .min(1)
      .max(40),
  })
  .strict();
export type PageBody = z.infer<typeof pageBodySchema>;

export function pageText(body: PageBody): string {
  const sections = body.sections.map((section) => proseToText(section.prose)).join('\n\n');
  return body.title === '' ? sections : `${body.title}\n${sections}`;
}

/** The start of a page for a list: its first 200 characters on one line. */
export function pageExcerpt(body: PageBody): string {
  const text = body.sections.map((section) => proseToText(section.prose)).join(' ');
  return Array.from(text.slice(0, 500).replace(/\s+/g, ' ').trim()).slice(0, 200).join('');
}
