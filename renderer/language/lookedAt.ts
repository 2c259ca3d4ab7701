import { type FoundWord, putIn } from '../../shared/language/findWords.ts';
import type { Span } from '../../shared/language/identifiers.ts';

/** A text that can be looked at: a field, or a section of a page. */
export type LookedAt = {
  readonly key: string;
  readonly text: string;
  /** Passages of somebody else, in order. */
  readonly theirs?: readonly Span[];
  /** Puts an alternative where the word stands. */
  readonly putIn: (word: FoundWord, alternative: string) => void;
  /** Marks places in sight, where that can be done; returns how to take the marks away. */
  readonly mark?: (places: readonly Span[]) => () => void;
};

/** A field of plain text; `onChange` is how it is typed in. */
export function lookedAtField(key: string, text: string, onChange: (text: string) => void): LookedAt {
  return { key, text, putIn: (word, alternative) => onChange(putIn(text, word, alternative)) };
}
