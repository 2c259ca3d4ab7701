import { z } from 'zod';
import { meetingTypes, theirWords } from '../reflection/formal.ts';
import { dateSchema, words } from './ids.ts';
import { blockToText, isBlankProse, proseSchema, proseToText } from './prose.ts';

export const pageSectionSchema = z
  .object({ prompt: z.string().max(60).nullable(), prose: proseSchema })
  .strict();
export type PageSection = z.infer<typeof pageSectionSchema>;

/** How an evening page ends: what stays here tonight, what can wait until tomorrow, and who holds it meanwhile. */
export const pageEndingSchema = z
  .object({ stays: words(2000), waits: words(2000), heldBy: words(500) })
  .strict();
export type PageEnding = z.infer<typeof pageEndingSchema>;
export const noEnding: PageEnding = { stays: '', waits: '', heldBy: '' };

/** A private page: one section for each prompt of its set, or a single section without a prompt. */
export const pageBodySchema = z
  .object({
    date: dateSchema,
    title: words(300),
    /** Id of a set in shared/reflection, or null for a free page. */
    promptSet: z.string().max(60).nullable(),
    /** The meeting this page prepares for and looks back on; absent for any other page. */
    meeting: z.enum(meetingTypes).optional(),
    sections: z.array(pageSectionSchema).min(1).max(40),
    /** Absent for a page that nothing was put down on. */
    ending: pageEndingSchema.optional(),
  })
  .strict();
export type PageBody = z.infer<typeof pageBodySchema>;

/** All sections as plain text, a blank line between them; the title is not in it. */
export function sectionsText(body: Pick<PageBody, 'sections'>): string {
  return body.sections.map((section) => proseToText(section.prose)).join('\n\n');
}

/** What was put down at a page's end, one line a part; empty when nothing was. */
export function endingText({ ending }: Pick<PageBody, 'ending'>): string {
  const { stays, waits, heldBy } = ending ?? noEnding;
  return [stays, waits, heldBy].filter((words) => words.trim() !== '').join('\n');
}

/** What search finds of a page: its title, then its sections, then its ending. */
export function pageText(body: PageBody): string {
  const sections = sectionsText(body);
  const titled = body.title === '' ? sections : `${body.title}\n${sections}`;
  const ending = endingText(body);
  return ending === '' ? titled : `${titled}\n\n${ending}`;
}

/** The start of a page for a list: its first 200 characters on one line. */
export function pageExcerpt(body: PageBody): string {
  const text = body.sections.map((section) => proseToText(section.prose)).join(' ');
  const start = text.slice(0, 1000).toWellFormed().replace(/\s+/g, ' ').trim();
  return Array.from(start).slice(0, 200).join('');
}

/** Whether nothing was ever written on it. */
export function isBlankPage(body: PageBody): boolean {
  const areSectionsBlank = body.sections.every((section) => isBlankProse(section.prose));
  return body.title.trim() === '' && areSectionsBlank && endingText(body) === '';
}

export type PageLine = { readonly index: number; readonly text: string };

/**
 * The paragraphs that say something, each with its number among all paragraphs of the page, for choosing one. What those a
 * meeting was about said is quoted, so that it never reads as the writer's own.
 */
export function pageLines(body: PageBody): PageLine[] {
  return body.sections
    .flatMap(({ prompt, prose }) => prose.blocks.map((block) => ({ block, isTheirs: prompt === theirWords })))
    .map(({ block, isTheirs }, index) => {
      const text = blockToText(block).trim();
      return { index, text: isTheirs ? quoted(text) : text };
    })
    .filter((line) => line.text !== '');
}

/** In quotation marks, unless it begins with one already or says nothing. */
export function quoted(text: string): string {
  return text === '' || /^["'“‘«]/.test(text) ? text : `“${text}”`;
}
