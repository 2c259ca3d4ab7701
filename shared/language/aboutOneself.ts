import { isFirstPersonPast, isThirdPerson, isVerbAfterName, ownWords } from './ownWords.ts';
import type { WrittenLanguage } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Of whom a place in the text speaks: the writer, somebody else who is named, or nobody who is named. */
export type Whose = 'own' | 'other' | 'unsaid';

/**
 * Tells of whom each word speaks, so that nothing the writer says of themselves is ever looked at. It errs to silence.
 *
 * 1. A *clause* is a sentence, or a piece of one when both that piece and the one before name whom they speak of. Pieces
 *    are cut at commas, semicolons, dashes, brackets and conjunctions. A piece names somebody with a pronoun, a word for a
 *    person (mum, teacher), a capital inside the sentence, in Welsh a verb of the third person. It must do so at once: with
 *    its first word, or its third after a conjunction. Any other piece belongs to the clause before it: "I was late,
 *    chaotic" is one clause.
 * 2. A clause with the first person singular in it (I, me, my, myself; fi, fy, dw i, gwelais) is the writer's **own**, with
 *    everything in it: "I find him hostile" is silent too. The plural (we, ni) is not.
 * 3. In a clause that has named nobody before the word it is **unsaid** who is meant: a diary says "Failed again." of
 *    oneself. (In Welsh, where the verb comes first, within three words after it will do; in English the word after it,
 *    when "the" or its like stands before: "the hostile parents".) It takes what the sentence before it, on the same line,
 *    spoke of; without one it stays unsaid. "Rang Amir" names nobody either: it is the writer who rang.
 * 4. Words in quotation marks take no part: their "I" is somebody else.
 *
 * `isListed` says whether a word belongs to something on a list; such a word names nobody. One pass over the tokens.
 */
export function whoseWords(
  tokens: readonly Token[],
  isListed: (index: number) => boolean,
  language: WrittenLanguage,
): Whose[] {
  const whose: Whose[] = new Array(tokens.length);
  let before: Whose = 'unsaid';
  for (let from = 0; from < tokens.length; ) {
    const to = sentenceEnd(tokens, from);
    // A new line is a new beginning: what stands above it does not say of whom this speaks.
    if (tokens[from]?.gap.includes('\n') ?? true) before = 'unsaid';
    let says: Whose = 'unsaid';
    for (const clause of clausesOf(tokens, from, to, isListed, language)) {
      for (let index = clause.from; index < clause.to; index += 1) {
        const reach = language === 'cy' ? index + 3 : afterListed(tokens, index, isListed);
        const isNamed = clause.firstNamed <= reach;
        whose[index] = clause.isOwn ? 'own' : isNamed ? 'other' : says === 'unsaid' ? before : says;
      }
      if (clause.isOwn) says = 'own';
      else if (says === 'unsaid' && clause.firstNamed < clause.firstListed) says = 'other';
    }
    if (says !== 'unsaid') before = says;
    from = to;
  }
  return whose;
}

const pointing: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'such']);

/** The word itself, or the one after the listed words that "the" stands before. */
function afterListed(tokens: readonly Token[], index: number, isListed: (index: number) => boolean): number {
  if (!isListed(index) || !pointing.has(tokens[index - 1]?.folded ?? '')) return index;
  let after = index + 1;
  while (isListed(after)) after += 1;
  return after;
}

type Piece = {
  readonly from: number;
  to: number;
  isOwn: boolean;
  /** The first word that names somebody; infinite when none does. */
  firstNamed: number;
  /** The first word of a list; infinite when there is none. */
  firstListed: number;
  /** Whether it begins with somebody, so that it can stand for itself. */
  readonly namesAtOnce: boolean;
};

function sentenceEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && tokens[to]?.sentence === tokens[from]?.sentence) to += 1;
  return to;
}

function clausesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  isListed: (index: number) => boolean,
  language: WrittenLanguage,
): Piece[] {
  const clauses: Piece[] = [];
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && !mayBegin(tokens, end, language)) end += 1;
    const piece = pieceOf(tokens, start, end, from, isListed, language);
    const last = clauses.at(-1);
    const stands = last !== undefined && piece.namesAtOnce && last.firstNamed < last.to;
    if (last === undefined || stands) clauses.push(piece);
    else {
      last.to = piece.to;
      last.isOwn ||= piece.isOwn;
      last.firstNamed = Math.min(last.firstNamed, piece.firstNamed);
      last.firstListed = Math.min(last.firstListed, piece.firstListed);
    }
    start = end;
  }
  return clauses;
}

/** Whether a piece of a sentence may begin at this word. */
function mayBegin(tokens: readonly Token[], index: number, language: WrittenLanguage): boolean {
  const token = tokens[index];
  if (token === undefined || token.isQuoted) return false;
  const { conjunctions, relatives, self } = ownWords[language];
  if (token.gap !== ' ' && /[,;()\u2013\u2014]|\s-\s/.test(token.gap)) return true;
  // "It was me who failed" stays one piece.
  if (relatives.has(token.folded)) return !self.has(tokens[index - 1]?.folded ?? '');
  return conjunctions.has(token.folded);
}

function pieceOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  sentence: number,
  isListed: (index: number) => boolean,
  language: WrittenLanguage,
): Piece {
  const { conjunctions, relatives, subordinate } = ownWords[language];
  const tellsDeeds = from === sentence && opensWithDeed(tokens, from, language);
  let isOwn = false;
  let firstNamed = Number.POSITIVE_INFINITY;
  let firstListed = Number.POSITIVE_INFINITY;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.isQuoted) continue;
    const own = isSelf(tokens, index, language);
    isOwn ||= own;
    const isThird = language === 'cy' && isThirdPerson(token.folded);
    if (isListed(index) && !isThird) firstListed = Math.min(firstListed, index);
    else if (
      own ||
      (!tellsDeeds && (isThird || namesSomebody(tokens, index, index === sentence, language)))
    ) {
      firstNamed = Math.min(firstNamed, index);
    }
  }
  const first = tokens[from]?.folded ?? '';
  if (relatives.has(first)) return { from, to, isOwn, firstNamed: from, firstListed, namesAtOnce: true };
  const isLinked = conjunctions.has(first) || subordinate.has(tokens[sentence]?.folded ?? '');
  const next = conjunctions.has(first) ? from + 1 : from;
  const namesAtOnce = firstNamed < firstListed && firstNamed <= next + (isLinked ? 2 : 0);
  return { from, to, isOwn, firstNamed, firstListed, namesAtOnce };
}

/** "Rang Amir", "Then rang Amir": what the writer did, without saying so. */
function opensWithDeed(tokens: readonly Token[], from: number, language: WrittenLanguage): boolean {
  const { deeds, openings } = ownWords[language];
  const [first = '', second = ''] = [tokens[from]?.folded, tokens[from + 1]?.folded];
  return deeds.has(first) || (openings.has(first) && deeds.has(second));
}

function isSelf(tokens: readonly Token[], index: number, language: WrittenLanguage): boolean {
  const { self, selfPhrases } = ownWords[language];
  const folded = tokens[index]?.folded ?? '';
  const next = tokens[index + 1];
  // "i.e." is not the writer.
  if (language === 'en-GB' && folded === 'i' && next?.folded === 'e' && next.gap === '.') return false;
  if (self.has(folded)) return true;
  if (language === 'cy' && (isFirstPersonPast(folded) || isWelshPronoun(tokens, index))) return true;
  return selfPhrases.some((phrase) =>
    phrase.every((word, offset) => tokens[index + offset]?.folded === word),
  );
}

/** "i" after a verb or preposition of the first person (dw i, gen i), and 'm (i'm, a'm). Any other "i" means "to". */
function isWelshPronoun(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.folded === 'm') return /^['\u2019]$/.test(token.gap);
  // 'i (gyda'i) is his or her.
  if (token?.folded !== 'i' || /['\u2019]/.test(token.gap)) return false;
  const before = tokens[index - 1]?.folded ?? '';
  return /(?:es|ais|af|wn|tha|ata|dana|arna|hona|gen|dw)$/.test(before);
}

function namesSomebody(
  tokens: readonly Token[],
  index: number,
  opensSentence: boolean,
  language: WrittenLanguage,
): boolean {
  const { others, openings } = ownWords[language];
  const token = tokens[index];
  if (token === undefined) return false;
  if (others.has(token.folded)) return true;
  if (!opensSentence) return token.isCapital;
  // The first word has its capital from its place: a name when it is no word that no name is, and a verb follows it.
  if (openings.has(token.folded) || /^\d/.test(token.folded)) return false;
  const next = tokens[index + 1];
  return next?.sentence === token.sentence && isVerbAfterName(next.folded);
}
