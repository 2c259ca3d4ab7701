import { scaleLinear, scaleUtc } from '@visx/scale';
import { addDays, dayNumber } from '../../shared/model/civilDays.ts';

/** The days a chart goes over, both ends counted in. */
export type Days = { readonly from: string; readonly to: string };

const millisecondsADay = 86_400_000;

export type DayScale = {
  /** The middle of a day, or of a stretch of days, in pixels from the left. */
  readonly place: (from: string, to?: string) => number;
  /** The left edge of a day. */
  readonly edge: (day: string) => number;
  /** Round days, about so many, that lie within. */
  readonly ticks: (about: number) => readonly string[];
  readonly days: number;
};

/** Days from left to right. In UTC throughout, since a civil day has no zone: each is as wide as every other. */
export function dayScale({ from, to }: Days, [left, right]: readonly [number, number]): DayScale {
  const start = dayNumber(from) * millisecondsADay;
  const end = (dayNumber(to) + 1) * millisecondsADay;
  const scale = scaleUtc<number>({ domain: [start, end], range: [left, right] });
  const edge = (day: string) => scale(dayNumber(day) * millisecondsADay);
  return {
    place: (one, last = one) => (edge(one) + edge(addDays(last, 1))) / 2,
    edge,
    ticks: (about) =>
      scale
        .ticks(about)
        .map((date) => date.toISOString().slice(0, 10))
        .filter((day, index, all) => day <= to && all.indexOf(day) === index),
    days: dayNumber(to) - dayNumber(from) + 1,
  };
}

/** Figures from the bottom upwards, in pixels from the top. */
export function valueScale(
  [lowest, highest]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): (value: number) => number {
  const scale = scaleLinear<number>({ domain: [lowest, highest], range: [bottom, top] });
  return (value) => scale(value);
}

/** Lengths from the left, in pixels; nothing is no length. */
export function lengthScale(most: number, length: number): (value: number) => number {
  const scale = scaleLinear<number>({ domain: [0, Math.max(1, most)], range: [0, length] });
  return (value) => scale(value);
}

/** A place in a drawing, in pixels from its top left. */
export type Point = { readonly x: number; readonly y: number };

/** Which of some places is nearest to a point; null when there is none. */
export function nearestPlace(places: readonly Point[], point: Point): number | null {
  let [nearest, distance]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
  places.forEach((place, index) => {
    const away = (place.x - point.x) ** 2 + (place.y - point.y) ** 2;
    if (away < distance) [nearest, distance] = [index, away];
  });
  return nearest;
}
