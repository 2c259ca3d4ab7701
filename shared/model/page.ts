import { z } from 'zod';
import { dateSchema, words } from './ids.ts';
import { blockToText, isBlankProse, proseSchema, proseToText } from './prose.ts';

export const pageSectionSchema = z
  .object({ prompt: z.string().max(60).nullable(), prose: proseSchema })
  .strict();
export type PageSection = z.infer<typeof pageSectionSchema>;

/** A private page: one section for each prompt of its set, or a single section without a prompt. */
export const pageBodySchema = z
  .object({
    date: dateSchema,
    title: words(300),
    /** Id of a set in shared/reflection, or null for a free page. */
    promptSet: z.string().max(60).nullable(),
    sections: z.array(pageSectionSchema).min(1).max(40),
  })
  .strict();
export type PageBody = z.infer<typeof pageBodySchema>;

/** All sections as plain text, a blank line between them; the title is not in it. */
export function sectionsText(body: Pick<PageBody, 'sections'>): string {
  return body.sections.map((section) => proseToText(section.prose)).join('\n\n');
}

/** What search finds of a page: its title, then its sections. */
export function pageText(body: PageBody): string {
  const sections = sectionsText(body);
  return body.title === '' ? sections : `${body.title}\n${sections}`;
}

/** The start of a page for a list: its first 200 characters on one line. */
export function pageExcerpt(body: PageBody): string {
  const text = body.sections.map((section) => proseToText(section.prose)).join(' ');
  const start = text.slice(0, 1000).toWellFormed().replace(/\s+/g, ' ').trim();
  return Array.from(start).slice(0, 200).join('');
}

/** Whether nothing was ever written on it. */
export function isBlankPage(body: PageBody): boolean {
  return body.title.trim() === '' && body.sections.every((section) => isBlankProse(section.prose));
}

export type PageLine = { readonly index: number; readonly text: string };

/** The paragraphs that say something, each with its number among all paragraphs of the page, for choosing one. */
export function pageLines(body: PageBody): PageLine[] {
  return body.sections
    .flatMap((section) => section.prose.blocks)
    .map((block, index) => ({ index, text: blockToText(block).trim() }))
    .filter((line) => line.text !== '');
}
