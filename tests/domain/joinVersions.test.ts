import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBodies, joinPages, joinProse } from '../../shared/model/joinVersions.ts';
import type { PageBody } from '../../shared/model/page.ts';
import { proseToText, textToProse } from '../../shared/model/prose.ts';

function joined(base: string, first: string, second: string): string | null {
  const prose = joinProse(textToProse(base), textToProse(first), textToProse(second));
  return prose === null ? null : proseToText(prose);
}

test('Two computers that changed different paragraphs give one text with both changes', () => {
  expect(joined('a\nb\nc', 'A\nb\nc', 'a\nb\nC')).toBe('A\nb\nC');
  expect(joined('a\nb\nc', 'a\nc', 'a\nb\nc\nd')).toBe('a\nc\nd');
  expect(joined('', 'from one', '')).toBe('from one');
});

test('Paragraphs that both added at the same place stand one after the other', () => {
  expect(joined('a', 'a\none', 'a\nother')).toBe('a\none\nother');
  expect(joined('', 'one', 'other')).toBe('one\nother');
});

test('What both changed in the same way is there once', () => {
  expect(joined('a\nb', 'a\nB', 'a\nB')).toBe('a\nB');
  expect(joined('a', 'a\nnew', 'a\nnew')).toBe('a\nnew');
});

test('A paragraph that both changed, or one changed and the other took out, is for the person to look at', () => {
  expect(joined('a\nb', 'a\nB', 'a\nbee')).toBeNull();
  expect(joined('a\nb\nc', 'a\nB\nc', 'a\nc')).toBeNull();
});

test('A text too long to compare is shown as two versions', () => {
  const many = (from: number) => Array.from({ length: 2500 }, (_, at) => `line ${from + at}`).join('\n');
  expect(joined(many(0), many(10_000), many(20_000))).toBeNull();
});

const line = fc.constantFrom('a', 'b', 'c', 'd', '');
const edit = fc.array(
  fc.record({
    at: fc.nat(8),
    remove: fc.nat(2),
    add: fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  }),
  { maxLength: 3 },
);
type Edit = { at: number; remove: number; add: string[] };

function changed(lines: readonly string[], edits: readonly Edit[], mark: string): string[] {
  const next = [...lines];
  for (const [index, { at, remove, add }] of edits.entries()) {
    const own = add.map((text, number) => `${mark}${index}.${number}${text.replaceAll('\n', ' ')}`);
    next.splice(Math.min(at, next.length), remove, ...own);
  }
  return next;
}

test('However two people change a text, joining loses no paragraph that either wrote, and nothing both kept', () => {
  let wasJoined = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), edit, edit, (base, one, other) => {
      const first = changed(base, one, '<');
      const second = changed(base, other, '>');
      const result = joined(base.join('\n'), first.join('\n'), second.join('\n'));
      if (result === null) return;
      wasJoined += 1;
      const lines = result.split('\n');
      const isOwn = (text: string) => text.startsWith('<') || text.startsWith('>');
      expect(lines.filter((text) => text.startsWith('<'))).toEqual(first.filter(isOwn));
      expect(lines.filter((text) => text.startsWith('>'))).toEqual(second.filter(isOwn));
      for (const text of new Set(base.filter((each) => each !== ''))) {
        const count = (list: readonly string[]) => list.filter((each) => each === text).length;
        expect(count(lines)).toBeGreaterThanOrEqual(count(first) + count(second) - count(base));
        expect(count(lines)).toBeLessThanOrEqual(count(base));
      }
    }),
    { numRuns: 2000 },
  );
  expect(wasJoined).toBeGreaterThan(500);
});

test('A join with an unchanged text is the other text, and the same whichever comes first', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), edit, (base, one) => {
      const text = base.join('\n');
      const next = changed(base, one, '<').join('\n');
      const wanted = joined(next, next, next);
      expect(joined(text, next, text)).toBe(wanted);
      expect(joined(text, text, next)).toBe(wanted);
    }),
  );
});

function page(parts: Partial<PageBody> & { texts?: string[] } = {}): PageBody {
  const { texts = ['a\nb'], ...rest } = parts;
  const sections = texts.map((text) => ({ prompt: null, prose: textToProse(text) }));
  return { date: '2026-11-22', title: 'Tuesday', promptSet: null, sections, ...rest };
}

test('A page is joined section by section, with a title that one of the two changed', () => {
  const base = page({ texts: ['a', 'x\ny'] });
  const one = page({ texts: ['a\nmore', 'x\ny'], title: 'A long Tuesday' });
  const other = page({ texts: ['a', 'x\nY'] });
  const whole = joinPages(base, one, other);
  expect(whole?.title).toBe('A long Tuesday');
  expect(whole?.sections.map((section) => proseToText(section.prose))).toEqual(['a\nmore', 'x\nY']);
});

test('What a page is for survives the joining of its words', () => {
  const base = page({ meeting: 'family' });
  const whole = joinPages(
    base,
    { ...base, title: 'Prepared' },
    page({ meeting: 'family', texts: ['a\nb\nc'] }),
  );
  expect(whole).toMatchObject({ meeting: 'family', title: 'Prepared' });
  expect(joinPages(page(), page(), page({ meeting: 'family' }))?.meeting).toBe('family');
});

test('What was put down at a page’s end joins with words written apart from it; two ends are for the person to look at', () => {
  const ending = { stays: 'the worry', waits: '', heldBy: '' };
  const whole = joinPages(page(), page({ ending }), page({ texts: ['a\nB'] }));
  expect(whole).toEqual(page({ ending, texts: ['a\nB'] }));
  expect(joinPages(page({ ending }), page(), page({ ending }))).toEqual(page());
  expect(joinPages(page(), page({ ending }), page({ ending: { ...ending, stays: 'else' } }))).toBeNull();
});

test('A page with two new titles, or with other sections, is shown as two versions', () => {
  expect(joinPages(page(), page({ title: 'One' }), page({ title: 'Other' }))).toBeNull();
  expect(joinPages(page(), page({ texts: ['a\nb', 'c'] }), page({ texts: ['a'] }))).toBeNull();
});

test('Other kinds are never joined by a machine, but two equal versions are one', () => {
  expect(joinBodies('moment', { words: 'a' }, { words: 'b' }, { words: 'c' })).toBeNull();
  expect(joinBodies('moment', { words: 'a' }, { words: 'b' }, { words: 'b' })).toEqual({ words: 'b' });
});
