import { foldText } from './foldText.ts';
import type { Span } from './identifiers.ts';
import { mutatedForms } from './welshMutations.ts';

type Form = { readonly folded: string; readonly needsCapital: boolean };

/**
 * Where any of the names stands as a word of its own, in any case and accent, with a possessive or hyphen after it. A
 * part of a longer name ("Mair" of "Mair Jones") and a form after a Welsh mutation ("Fair") count when they begin with a
 * capital: without that, "Ben" would find every "men".
 */
export function findNames(text: string, names: readonly string[]): Span[] {
  const folded = foldText(text);
  const forms = uniqueForms(names);
  const spans: Span[] = [];
  for (const form of forms) {
    for (
      let at = folded.text.indexOf(form.folded);
      at !== -1;
      at = folded.text.indexOf(form.folded, at + 1)
    ) {
      const end = at + form.folded.length;
      if (!isBorder(folded.text, at) || !isBorder(folded.text, end)) continue;
      const span = { start: folded.starts[at] ?? 0, end: folded.starts[end] ?? text.length };
      if (!form.needsCapital || beginsWithCapital(text, span.start)) spans.push(span);
    }
  }
  return longest(spans);
}

function uniqueForms(names: readonly string[]): Form[] {
  const forms = new Map<string, Form>();
  const add = (folded: string, needsCapital: boolean): void => {
    const known = forms.get(folded);
    forms.set(folded, { folded, needsCapital: needsCapital && (known?.needsCapital ?? true) });
  };
  for (const name of names) {
    const folded = foldText(name).text.trim();
    if (folded === '') continue;
    add(folded, false);
    for (const mutated of mutatedForms(folded)) add(mutated, true);
    const parts = folded.split(' ').filter((part) => part.length >= 3);
    for (const part of parts.length > 1 ? parts : []) {
      add(part, true);
      for (const mutated of mutatedForms(part)) add(mutated, true);
    }
  }
  return [...forms.values()];
}

/** Whether a word begins or ends at this index: letters and digits on one side of it at most. */
function isBorder(text: string, index: number): boolean {
  const before = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 2), index));
  const after = /^[\p{L}\p{N}]/u.test(text.slice(index, index + 2));
  return !(before && after);
}

function beginsWithCapital(text: string, index: number): boolean {
  return /^\p{Lu}/u.test(text.slice(index, index + 2));
}

function longest(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
  }
  return kept;
}
