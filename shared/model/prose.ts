import { z } from 'zod';
import { words } from './ids.ts';

export const marks = ['bold', 'italic', 'underline'] as const;
export type Mark = (typeof marks)[number];

/** A run of text with the same marks. A line break inside a paragraph is `\n`. */
export const spanSchema = z
  .object({ text: words(1_000_000), marks: z.array(z.enum(marks)).optional() })
  .strict();

export const blockSchema = z
  .object({
    type: z.enum(['paragraph', 'heading', 'quote', 'bullet']),
    spans: z.array(spanSchema).max(10_000),
  })
  .strict();

/** Our own small rich text, so that export, search and appraisal need no editor. */
export const proseSchema = z
  .object({ format: z.literal(1), blocks: z.array(blockSchema).max(50_000) })
  .strict();

export type Span = z.infer<typeof spanSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Prose = z.infer<typeof proseSchema>;

export const emptyProse: Prose = { format: 1, blocks: [] };

/** One line a paragraph; `proseToText(textToProse(text)) === text` for every text. */
export function proseToText(prose: Prose): string {
  return prose.blocks.map(blockToText).join('\n');
}

export function blockToText(block: Block): string {
  return block.spans.map((span) => span.text).join('');
}

export function textToProse(text: string): Prose {
  return {
    format: 1,
    blocks: text
      .split('\n')
      .map((line) => ({ type: 'paragraph', spans: line === '' ? [] : [{ text: line }] })),
  };
}

export function isBlankProse(prose: Prose): boolean {
  return prose.blocks.every((block) => block.spans.every((span) => span.text.trim() === ''));
}

/**
 * The one form of a prose that says the same: spans of equal marks joined, no empty ones, marks in a fixed order, a line
 * break marked as the text before it. A single empty paragraph is no block at all. The text stays the same.
 */
export function normaliseProse(prose: Prose): Prose {
  const blocks = prose.blocks.map((block) => ({ type: block.type, spans: normaliseSpans(block.spans) }));
  const [only] = blocks;
  const isEmpty = blocks.length === 1 && only?.type === 'paragraph' && only.spans.length === 0;
  return isEmpty ? emptyProse : { format: 1, blocks };
}

function normaliseSpans(spans: readonly Span[]): Span[] {
  const runs: { text: string; marks: readonly Mark[] }[] = [];
  let before: readonly Mark[] | null = null;
  let leadingBreaks = '';
  for (const span of spans) {
    const own = marks.filter((mark) => span.marks?.includes(mark) ?? false);
    for (const [part] of span.text.matchAll(/\n+|[^\n]+/g)) {
      if (part.startsWith('\n') && before === null) {
        leadingBreaks += part;
        continue;
      }
      const of: readonly Mark[] = part.startsWith('\n') ? (before ?? own) : own;
      const last = runs.at(-1);
      if (last !== undefined && sameMarks(last.marks, of)) last.text += part;
      else runs.push({ text: leadingBreaks + part, marks: of });
      leadingBreaks = '';
      before = of;
    }
  }
  if (leadingBreaks !== '') runs.push({ text: leadingBreaks, marks: [] });
  return runs.map(({ text, marks: of }) => (of.length === 0 ? { text } : { text, marks: [...of] }));
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => mark === other[index]);
}
