import { z } from 'zod';

/** 26 letters and digits of lowercase base32 (RFC 4648, no padding): 128 random bits, or the first 130 bits of a hash. */
export const idSchema = z.string().regex(/^[a-z2-7]{26}$/);

/** SHA-256 in lowercase hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A civil date `YYYY-MM-DD` that exists in the calendar. */
export const dateSchema = z.iso.date();

/** An instant in UTC with milliseconds, `2026-05-14T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** Text a person wrote: well-formed Unicode without NUL, kept in the normalisation it was typed in. */
export function words(maximum: number) {
  return z
    .string()
    .max(maximum)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), { message: 'not well-formed text' });
}
