import { foldWord, wordsOf } from '../search/words.ts';
import type { WrittenLanguage } from './sentences.ts';
import type { Token } from './tokens.ts';
import { type MutationKind, mutate, mutationKinds } from './welshMutations.ts';
import { type ListKind, wordListsOf } from './wordLists.ts';

/** What a list says about a form that can stand in a text. */
export type Listed = {
  readonly kind: ListKind;
  readonly alternatives: readonly string[];
  readonly why: string | null;
  /** Found only as it is written here, in capitals; null for any case. */
  readonly capitals: string | null;
  /** How the form differs from the one on the list. */
  readonly mutation: MutationKind | 'h' | null;
};

/** A word after a word. At the end of a form stands what is said of it; `leave` for one that is left alone. */
type Branch = { readonly next: Map<string, Branch>; ends: (Listed | 'leave')[] };

const trees = new Map<WrittenLanguage, Branch>();

/** Every form of a language's lists, by their words. Made once, when it is first asked for. */
function treeOf(language: WrittenLanguage): Branch {
  const known = trees.get(language);
  if (known !== undefined) return known;
  const tree: Branch = { next: new Map(), ends: [] };
  for (const list of wordListsOf(language)) {
    for (const { why = null, forms } of list.entries) {
      for (const [form, alternatives] of Object.entries(forms).flatMap(split)) {
        const capitals = isInCapitals(form) ? form : null;
        const listed = { kind: list.kind, alternatives, why, capitals };
        add(tree, form, { ...listed, mutation: null });
        if (language === 'cy' && capitals === null) {
          for (const [mutated, mutation] of mutatedForms(form)) add(tree, mutated, { ...listed, mutation });
        }
      }
    }
    for (const form of list.leave) add(tree, form, 'leave');
  }
  trees.set(language, tree);
  return tree;
}

function split([forms, alternatives]: readonly [string, readonly string[]]): [string, readonly string[]][] {
  return forms.split('|').map((form) => [form, alternatives]);
}

function isInCapitals(form: string): boolean {
  return /\p{Lu}{2}/u.test(form) && !/\p{Ll}{2}/u.test(form);
}

function mutatedForms(form: string): [string, MutationKind | 'h'][] {
  const mutated = mutationKinds.flatMap((kind): [string, MutationKind][] => {
    const changed = mutate(form, kind);
    return changed === null ? [] : [[changed, kind]];
  });
  return /^[aeiouwy]/.test(form) ? [...mutated, [`h${form}`, 'h']] : mutated;
}

function add(tree: Branch, form: string, end: Listed | 'leave'): void {
  let branch = tree;
  for (const { text } of wordsOf(form)) {
    const word = foldWord(text);
    const next = branch.next.get(word) ?? { next: new Map(), ends: [] };
    branch.next.set(word, next);
    branch = next;
  }
  branch.ends.push(end);
}

/** A form that stands in a text: its first word, the word after its last, and what the list says. */
export type Standing = { readonly from: number; readonly to: number; readonly listed: Listed };

/**
 * Which listed forms stand in the text, in order, never overlapping; of several that begin at one word the longest. The
 * words of a form stand side by side, with at most one hyphen, apostrophe or stroke between them and never over the end of
 * a sentence. Each word is tried against the forms that begin with it, which are at most a few words long.
 */
export function listedIn(text: string, tokens: readonly Token[], language: WrittenLanguage): Standing[] {
  const tree = treeOf(language);
  const found: Standing[] = [];
  for (let from = 0; from < tokens.length; ) {
    const longest = longestAt(text, tokens, from, tree);
    if (longest !== null && longest.end !== 'leave') {
      found.push({ from, to: longest.to, listed: longest.end });
    }
    from = longest?.to ?? from + 1;
  }
  return found;
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  tree: Branch,
): { readonly to: number; readonly end: Listed | 'leave' } | null {
  let branch: Branch | undefined = tree;
  let longest: { readonly to: number; readonly end: Listed | 'leave' } | null = null;
  if (!tree.next.has(tokens[from]?.folded ?? '') || isGlued(text, tokens[from]?.start ?? 0, -1)) return null;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > from && !isBeside(token, tokens[at - 1]))) break;
    branch = branch.next.get(token.folded);
    if (branch === undefined) break;
    const written = text.slice(tokens[from]?.start, token.end);
    const end = branch.ends.find(
      (one) => one === 'leave' || one.capitals === null || one.capitals === written,
    );
    if (end !== undefined && !isGlued(text, token.end, 1)) longest = { to: at + 1, end };
  }
  return longest;
}

function isBeside(token: Token, before: Token | undefined): boolean {
  if (token.sentence !== before?.sentence) return false;
  return token.gap === ' ' || /^(?:[^\S\n]+|[-\u2010\u2011'\u2019/.&])$/.test(token.gap);
}

/** Part of a longer word, which is another word: "self-harm" is not harm. An apostrophe begins or ends one. */
function isGlued(text: string, at: number, side: -1 | 1): boolean {
  const [near, far] = side === -1 ? [at - 1, at - 2] : [at, at + 1];
  return /[-\u2010\u2011]/.test(text.charAt(near)) && /[\p{L}\p{N}]/u.test(text.charAt(far));
}
