import { z } from 'zod';
import { dateSchema, hashSchema, idSchema, instantSchema } from '../model/ids.ts';
import { pageBodySchema, pageSectionSchema } from '../model/page.ts';
import { read, write } from './call.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const one = z.object({ item: idSchema }).strict();
const path = z.string().min(1).max(4000);
const language = z.enum(['en-GB', 'cy']);
/** Where a page stands in the order of dates: days since 0001-01-01 times 2^24, plus its number within the day. */
const place = z.number().int();

export const pageRowSchema = z.object({
  item: idSchema,
  place,
  date: dateSchema,
  title: z.string(),
  excerpt: z.string(),
});
export type PageRow = z.infer<typeof pageRowSchema>;

const removedPageSchema = z.object({
  item: idSchema,
  date: dateSchema,
  title: z.string(),
  excerpt: z.string(),
  removedAt: instantSchema,
  /** Erased at the first unlock after this instant. */
  erasedFrom: instantSchema,
});

export const searchResultSchema = z.object({
  item: idSchema,
  place,
  date: dateSchema,
  title: z.string(),
  /** Where I said it, when it is a turn of mine in a circle; null for a private page. */
  turn: z.object({ meeting: idSchema, round: idSchema }).nullable(),
  /** Pieces of the text as written, to be shown as text: never markup. */
  snippet: z.array(z.object({ text: z.string(), isMatch: z.boolean() })),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** What `pages.export` writes. `text` of a page is its sections in plain text, a blank line between two of them. */
export const pagesExportSchema = z.object({
  format: z.literal('twovoice-pages/1'),
  exportedAt: instantSchema,
  pages: z.array(
    z.object({
      date: dateSchema,
      title: z.string(),
      promptSet: z.string().nullable(),
      meeting: pageBodySchema.shape.meeting,
      sections: z.array(pageSectionSchema.extend({ text: z.string() })),
      text: z.string(),
      ending: pageBodySchema.shape.ending,
    }),
  ),
});

export const pagesContract = {
  'pages.create': write(
    ['pages'],
    z.object({ date: dateSchema, promptSet: z.string().max(60).nullable() }).strict(),
    z.object({ item: idSchema }),
  ),
  /** Not run again when pages change: an open editor holds the newest words itself. */
  'pages.get': read(
    [],
    one,
    z.object({
      item: idSchema,
      body: pageBodySchema,
      at: instantSchema,
      removedAt: instantSchema.nullable(),
      /** The version these words come from, when another computer of mine may write them too; else null. */
      from: hashSchema.nullable(),
    }),
  ),
  /** `from`: what `pages.get` or the last save said. Words that came from another computer since then are joined, not overwritten. */
  'pages.save': write(
    ['pages'],
    z.object({ item: idSchema, body: pageBodySchema, from: hashSchema.nullable().optional() }).strict(),
    z.object({ at: instantSchema, from: hashSchema.nullable() }),
  ),
  /** Newest by their own date first. `before`: go on after this place. `upTo`: start at this date. */
  'pages.list': read(
    ['pages'],
    z
      .object({
        before: place.nullable(),
        upTo: dateSchema.nullable(),
        limit: z.number().int().min(1).max(200),
      })
      .strict(),
    z.object({ pages: z.array(pageRowSchema), more: z.boolean() }),
  ),
  /** Takes a page out of list and search; it can be put back for 30 days. */
  'pages.remove': write(['pages'], one, done),
  'pages.putBack': write(['pages'], one, done),
  'pages.removed': read(['pages'], nothing, z.object({ pages: z.array(removedPageSchema) })),
  /** For good: the page, its earlier versions and every word of it in the search index. */
  'pages.erase': write(['pages', 'ledger'], one, done),
  /** Erases the page if nothing was ever written on it; otherwise does nothing. */
  'pages.dropIfBlank': write(['pages'], one, z.object({ dropped: z.boolean() })),
  /** The page as it stood at the end of earlier days, newest first. */
  'pages.versions': read(
    ['pages'],
    one,
    z.object({ versions: z.array(z.object({ number: z.number().int(), at: instantSchema })) }),
  ),
  'pages.version': read(
    ['pages'],
    z.object({ item: idSchema, number: z.number().int() }).strict(),
    z.object({ at: instantSchema, body: pageBodySchema }),
  ),
  'pages.forgetEarlier': write(['pages', 'ledger'], one, z.object({ forgotten: z.number().int() })),
  /** The paragraphs that say something, to choose a line from. `index` counts all paragraphs of the page. */
  'pages.lines': read(
    ['pages'],
    one,
    z.object({ lines: z.array(z.object({ index: z.number().int(), text: z.string() })) }),
  ),
  /**
   * Takes in a file as private pages: JSON lines of `{ date, text }` (and `title`, where there is one), or what
   * `pages.export` wrote. All of it or nothing. `path` null asks the person; an answer of null pages means they changed
   * their mind. A line that cannot be taken fails with 'bad_line' and a message that begins `line N: `.
   */
  'pages.import': write(
    ['pages'],
    z.object({ batch: z.string().min(1).max(60), path: path.nullable() }).strict(),
    z.object({ imported: z.number().int().nullable() }),
  ),
  /** Stops an import and waits until nothing of it is left. */
  'pages.cancelImport': write(['pages'], z.object({ batch: z.string().min(1).max(60) }).strict(), done),
  /** Writes every page to one JSON file (`pagesExportSchema`), oldest first. `path` null asks the person. */
  'pages.export': write(
    ['ledger'],
    z.object({ path: path.nullable() }).strict(),
    z.object({ path: z.string().nullable(), exported: z.number().int() }),
  ),
  /**
   * Full-text search. All words must be there; "words in a row" in quotation marks; the last word, while it is being
   * typed, from three letters on as a beginning. `newest` goes on after `before`; `best` gives one list of the best.
   */
  'search.find': read(
    ['pages', 'circles'],
    z
      .object({
        query: z.string().max(500),
        language,
        order: z.enum(['newest', 'best']),
        before: place.nullable(),
        limit: z.number().int().min(1).max(50),
      })
      .strict(),
    z.object({ results: z.array(searchResultSchema), more: z.boolean() }),
  ),
} as const;
