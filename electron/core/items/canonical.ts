import canonicalize from 'canonicalize';
import { AppError } from '../../../shared/result.ts';

/**
 * Canonical JSON (RFC 8785) of a plain value: the one text that gets hashed and signed.
 * Throws AppError('bad_input') for what has no canonical form (lone surrogates, NaN, undefined at the top).
 */
export function toCanonical(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch {
    text = undefined;
  }
  if (text === undefined) throw new AppError('bad_input', 'this value has no canonical JSON form');
  return text;
}
