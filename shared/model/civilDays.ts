/*
 * Arithmetic on civil days (`YYYY-MM-DD`), with no clock and no zone in it: a day with a clock change is still one day, and
 * 29 February is a day like any other.
 */

const millisecondsADay = 86_400_000;

/** How many days a civil day is after 1 January 1970; before it, negative. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsADay;
}

/** The civil day of a `dayNumber`. */
export function dayOfNumber(number: number): string {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}

/** So many days after a civil day, or before it when negative. */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}
