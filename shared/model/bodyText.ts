import { hashSchema, idSchema, instantSchema } from './ids.ts';
import { pageBodySchema, pageText } from './page.ts';
import { proseSchema, proseToText } from './prose.ts';

/** The words of any item's body, for a person to tell two versions apart; one line for each thing that was said. */
export function bodyText(kind: string, body: unknown): string {
  const page = kind === 'page' ? pageBodySchema.safeParse(body) : null;
  return page?.success ? pageText(page.data) : wordsIn(body).join('\n');
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return isCode(value) ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const prose = proseSchema.safeParse(value);
  return prose.success ? [proseToText(prose.data)] : Object.values(value).flatMap(wordsIn);
}

function isCode(text: string): boolean {
  return (
    text.trim() === '' ||
    [idSchema, hashSchema, instantSchema].some((schema) => schema.safeParse(text).success)
  );
}
