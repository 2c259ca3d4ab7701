import { addDays, dayNumber, dayOfNumber } from './civilDays.ts';
import type { EpisodeBody } from './episode.ts';

/*
 * What stays after an episode, and the floor under all of them.
 *
 * The words are of the field: what remains once the event is over is *residue* (Jameton 1984, "reactive distress"; Epstein
 * and Hamric 2009, Journal of Clinical Ethics 20(4)); that each episode may leave the ground higher than the one before is
 * their *crescendo*. Whether the distress came of constraint, conflict, uncertainty or a dilemma (Fourie 2015; Morley et al.
 * 2019) makes no difference here. None of them gives a formula: the figures below are our own reading, from one person's
 * own notes, in whole steps from 0 (barely there) to 10 (more than I can carry). They are no instrument and diagnose nothing.
 *
 * Days are civil days where the person is: an instant becomes a day once, by `dayOf`, and everything after that is
 * arithmetic on days. So neither a clock change nor a leap year moves a window.
 */

/** A weight, 0 to 10, as it was noted on a civil day. */
export type NotedWeight = { readonly day: string; readonly weight: number };

/**
 * The curve of one episode, oldest first: its weight at its own time, then each rating when it was asked again. One figure
 * a day: of several noted on one civil day the last stands (of several at one instant, the one noted later). Empty when no
 * weight was ever said; one point when it was said once. Between two points nothing is known, and nothing is filled in.
 */
export function residueCurve(
  episode: Pick<EpisodeBody, 'at' | 'weight' | 'ratings'>,
  dayOf: (instant: string) => string,
): NotedWeight[] {
  const first = episode.weight === null ? [] : [{ at: episode.at, weight: episode.weight }];
  // A stable sort: at one instant the order of noting stays.
  const noted = [...first, ...episode.ratings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const byDay = new Map<string, number>();
  for (const { at, weight } of noted) {
    byDay.set(dayOf(at), weight);
  }
  return [...byDay].map(([day, weight]) => ({ day, weight }));
}

/** What is left of an episode, 0 to 10: its latest weight. Null when none was ever said. */
export function residueOf(curve: readonly NotedWeight[]): number | null {
  return curve.at(-1)?.weight ?? null;
}

/** Whether the latest weight is below the first. One weight alone has nothing to be compared with. */
export function hasEased(curve: readonly NotedWeight[]): boolean {
  const [first] = curve;
  const last = curve.at(-1);
  return first !== undefined && last !== undefined && last.weight < first.weight;
}

/** Days in the window of a floor, its last day counted in. */
const floorDays = 90;

/**
 * The floor on a day, 0 to 10: the lowest weight noted, of any episode, in the 90 days up to and including it. Null when
 * nothing was noted in them: what was noted earlier is not carried on, since nobody knows whether it still holds.
 */
export function floorOn(noted: readonly NotedWeight[], day: string): number | null {
  const from = addDays(day, 1 - floorDays);
  const within = noted.filter((one) => one.day >= from && one.day <= day).map((one) => one.weight);
  return within.length === 0 ? null : Math.min(...within);
}

/** How many notes the floors of these days, both ends counted in, are made of: those of the days, and of the 89 before them. */
export function floorNotes(
  noted: readonly NotedWeight[],
  days: { readonly from: string; readonly to: string },
): number {
  const from = addDays(days.from, 1 - floorDays);
  return noted.filter((one) => one.day >= from && one.day <= days.to).length;
}

/** A stretch of days over which the floor stays the same, both ends counted in. */
export type FloorStretch = { readonly from: string; readonly to: string; readonly floor: number };

/**
 * The floor of every day from the first one with a note up to and including `until`, as stretches, oldest first. Days without a floor
 * lie between stretches. Notes after `until` are left out. In one pass: the window's possible minima are kept in
 * ascending order, so each note comes and goes once.
 */
export function floorStretches(noted: readonly NotedWeight[], until: string): FloorStretch[] {
  const last = dayNumber(until);
  const notes = noted
    .map((one) => ({ number: dayNumber(one.day), weight: one.weight }))
    .filter((one) => one.number <= last)
    .sort((a, b) => a.number - b.number);
  const stretches: { from: number; to: number; floor: number }[] = [];
  const lowest: { number: number; weight: number }[] = [];
  let next = 0;
  for (let day = notes[0]?.number ?? last + 1; day <= last; day += 1) {
    for (let one = notes[next]; one !== undefined && one.number <= day; one = notes[next]) {
      while ((lowest.at(-1)?.weight ?? -1) >= one.weight) lowest.pop();
      lowest.push(one);
      next += 1;
    }
    while ((lowest[0]?.number ?? day) <= day - floorDays) lowest.shift();
    const floor = lowest[0]?.weight;
    if (floor === undefined) continue;
    const before = stretches.at(-1);
    if (before?.floor === floor && before.to === day - 1) before.to = day;
    else stretches.push({ from: day, to: day, floor });
  }
  return stretches.map(({ from, to, floor }) => ({ from: dayOfNumber(from), to: dayOfNumber(to), floor }));
}

/** A window of 90 days, both ends counted in. `floor` null: nothing was noted in it. */
export type FloorWindow = {
  readonly from: string;
  readonly to: string;
  readonly floor: number | null;
  /** How many weights were noted in it. */
  readonly notes: number;
};

/** Windows that are looked at together. */
const windowsCompared = 3;

/**
 * The three consecutive windows of 90 days that end today, oldest first: today and the 89 days before it, the 90 before
 * those, and the 90 before those. Every day of the last 270 is in exactly one.
 */
export function floorWindows(noted: readonly NotedWeight[], today: string): FloorWindow[] {
  return Array.from({ length: windowsCompared }, (_, index) => {
    const to = addDays(today, (index + 1 - windowsCompared) * floorDays);
    const from = addDays(to, 1 - floorDays);
    const notes = noted.filter((one) => one.day >= from && one.day <= to).length;
    return { from, to, floor: floorOn(noted, to), notes };
  });
}

/**
 * Whether the floor has risen across three windows: each has one, and each is higher than the one before. Equal floors are
 * no rise, and a window in which nothing was noted is a gap about which nothing is said.
 */
export function hasFloorRisen(windows: readonly FloorWindow[]): boolean {
  return windows.every(({ floor }, index) => {
    if (floor === null) return false;
    const before = windows[index - 1];
    return before === undefined || (before.floor !== null && floor > before.floor);
  });
}

export const seasons = ['winter', 'spring', 'summer', 'autumn'] as const;

/** The season, as the northern year counts it by whole months (March to May is spring), that the middle day of a window is in. */
export function seasonOf(window: Pick<FloorWindow, 'from'>): (typeof seasons)[number] {
  const month = Number(addDays(window.from, Math.floor(floorDays / 2)).slice(5, 7));
  return seasons[Math.floor((month % 12) / 3)] ?? 'winter';
}
