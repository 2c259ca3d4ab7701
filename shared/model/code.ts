import { z } from 'zod';
import { words } from './ids.ts';

/** A short code for a person, a family, a team or an agency: no spaces, so that no full name fits by accident. */
export const codeSchema = words(80).regex(/^[^\s,;]{1,40}$/u);

export const codesSchema = z.array(codeSchema).max(20);

/** What was typed between commas or spaces, each code once and cut to its length. */
export function codesIn(text: string): string[] {
  const codes = text
    .split(/[,;\s]+/u)
    .map((code) => [...code].slice(0, 40).join(''))
    .filter((code) => code !== '');
  return [...new Set(codes)].slice(0, 20);
}
