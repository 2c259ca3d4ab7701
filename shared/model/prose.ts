import { z } from 'zod';
import { words } from './ids.ts';

/** A run of text with the same marks. A line break inside a paragraph is `\n`. */
export const spanSchema = z
  .object({ text: words(1_000_000), marks: z.array(z.enum(['bold', 'italic', 'underline'])).optional() })
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

export const emptyProse: Prose = { format: 1, blocks: [] };
