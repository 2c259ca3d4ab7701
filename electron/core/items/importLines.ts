import { z } from 'zod';
import { dateSchema, words } from '../../../shared/model/ids.ts';
import { type PageBody, pageBodySchema, pageSectionSchema } from '../../../shared/model/page.ts';
import { textToProse } from '../../../shared/model/prose.ts';
import { AppError } from '../../../shared/result.ts';
import { breathing } from './chunks.ts';

/** How a page of our own export differs from a plain entry: it brings its sections. */
const entrySchema = z.object({
  date: dateSchema,
  title: words(300).optional(),
  text: words(1_000_000),
});
const exportedSchema = z.object({
  date: dateSchema,
  title: words(300),
  promptSet: z.string().max(60).nullable(),
  meeting: pageBodySchema.shape.meeting,
  // `text` is there for other programs and comes from `prose`; it is not taken in twice.
  sections: z
    .array(
      pageSectionSchema
        .extend({ text: z.string().optional() })
        .transform(({ prompt, prose }) => ({ prompt, prose })),
    )
    .min(1)
    .max(40),
  ending: pageBodySchema.shape.ending,
});

type Line = { readonly number: number; readonly bytes: Uint8Array };

/** The line an export of ours begins with; its pages follow, one a line, each but the last with a comma. */
const exportHead = /^\{"format":"twovoice-pages\/1","exportedAt":"[^"]*","pages":\[$/;
export const exportTail = ']}';

/**
 * Reads the pages of a file: JSON lines of `{ date, text }`, or an export of ours. Every line is checked before the
 * first is given. Throws 'bad_line' with a message that begins `line N: ` and says what is wrong, without quoting it.
 */
export async function readImportFile(bytes: Uint8Array): Promise<PageBody[]> {
  const pages: PageBody[] = [];
  let isExport = false;
  let isEnded = false;
  await breathing(linesOf(bytes), (line) => {
    const text = decodeLine(line).trim();
    if (text === '') return;
    if (pages.length === 0 && !isExport && exportHead.test(text)) {
      isExport = true;
      return;
    }
    if (isEnded) throw badLine(line.number, 'comes after the end of the export');
    if (isExport && text === exportTail) {
      isEnded = true;
      return;
    }
    pages.push(readPage(line.number, isExport ? text.replace(/,$/, '') : text));
  });
  if (isExport && !isEnded) throw badLine(lineCount(bytes), 'is not the end: the file was cut short');
  return pages;
}

function readPage(line: number, text: string): PageBody {
  const value = parseJson(line, text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw badLine(line, 'is not a JSON object');
  const parsed = 'sections' in value ? exportedSchema.safeParse(value) : entrySchema.safeParse(value);
  if (!parsed.success) throw badLine(line, `was refused at: ${fieldsOf(parsed.error)}`);
  const body =
    'sections' in parsed.data
      ? parsed.data
      : {
          date: parsed.data.date,
          title: parsed.data.title ?? '',
          promptSet: null,
          sections: [{ prompt: null, prose: textToProse(parsed.data.text) }],
        };
  const checked = pageBodySchema.safeParse(body);
  if (!checked.success) throw badLine(line, `was refused at: ${fieldsOf(checked.error)}`);
  return checked.data;
}

function parseJson(line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badLine(line, 'is not JSON');
  }
}

function decodeLine(line: Line): string {
  try {
    // `fatal`: bytes that are not UTF-8 would otherwise become other characters without a word.
    return new TextDecoder('utf-8', { fatal: true }).decode(line.bytes);
  } catch {
    throw badLine(line.number, 'is not UTF-8 text');
  }
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let number = 1;
  for (let start = 0; start < bytes.length; number += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    yield { number, bytes: bytes.subarray(start, end) };
    start = end + 1;
  }
}

function lineCount(bytes: Uint8Array): number {
  let count = 0;
  for (const line of linesOf(bytes)) count = line.number;
  return Math.max(1, count);
}

/** Names of fields only: never what they held. */
function fieldsOf(error: z.ZodError): string {
  const known = ['date', 'title', 'text', 'promptSet', 'meeting', 'sections', 'ending'];
  const fields = error.issues.map((issue) => String(issue.path[0] ?? ''));
  return [...new Set(fields.filter((field) => known.includes(field)))].join(', ') || 'its shape';
}

function badLine(line: number, what: string): AppError {
  return new AppError('bad_line', `line ${line}: ${what}`);
}
