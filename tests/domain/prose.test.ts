import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProseEditor } from '../../renderer/editor/createProseEditor.ts';
import { toProse } from '../../renderer/editor/toProse.ts';
import {
  marks,
  normaliseProse,
  type Prose,
  proseSchema,
  proseToText,
  textToProse,
} from '../../shared/model/prose.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('\n', ' ', 'a\nb', '\t', '\r', 'ŵŷ', '看望', '🙂', '<b>x</b>'),
  )
  .filter((value) => value.isWellFormed() && !value.includes('\0'));
const span = fc.oneof(
  fc.record({ text }),
  fc.record({ text, marks: fc.array(fc.constantFrom(...marks), { maxLength: 4 }) }),
);
const block = fc.record({
  type: fc.constantFrom('paragraph', 'heading', 'quote', 'bullet'),
  spans: fc.array(span, { maxLength: 6 }),
});
const anyProse: fc.Arbitrary<Prose> = fc.record({
  format: fc.constant(1 as const),
  blocks: fc.array(block as fc.Arbitrary<Prose['blocks'][number]>, { maxLength: 8 }),
});

function throughEditor(prose: Prose): Prose {
  return toProse(createProseEditor(prose).getEditorState());
}

test('Prose comes out of the editor as it went in', () => {
  fc.assert(
    fc.property(anyProse, (prose) => {
      const normal = normaliseProse(prose);
      expect(throughEditor(normal)).toEqual(normal);
      expect(throughEditor(prose)).toEqual(normal);
    }),
    { numRuns: 1000 },
  );
});

test('The normal form says the same text, is valid, and is its own normal form', () => {
  fc.assert(
    fc.property(anyProse, (prose) => {
      const normal = normaliseProse(prose);
      expect(proseToText(normal)).toBe(proseToText(prose));
      expect(proseSchema.parse(normal)).toEqual(normal);
      expect(normaliseProse(normal)).toEqual(normal);
    }),
  );
});

test('Any text made prose is the same text again, also by way of the editor', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (parts) => {
      const whole = parts.join('');
      expect(proseToText(textToProse(whole))).toBe(whole);
      expect(proseToText(throughEditor(textToProse(whole)))).toBe(whole);
    }),
  );
});
