import { z } from 'zod';
import { idSchema, instantSchema, words } from './ids.ts';

/** The plane of feeling runs from −4 to 4 both ways, in whole steps: nine by nine places, with words, never a score. */
export const planeEnd = 4;
const step = z.number().int().min(-planeEnd).max(planeEnd).nullable();

/** Where on the plane: unpleasant … pleasant, calm … stirred. Each may stay unsaid (null). */
export type Placed = { readonly pleasant: number | null; readonly stirred: number | null };
export const unplaced: Placed = { pleasant: null, stirred: null };

/** Where in the body it can be said to be. "Nowhere" is an answer like any other. */
export const bodyPlaces = [
  'head',
  'jawAndThroat',
  'shouldersAndBack',
  'chest',
  'stomach',
  'hands',
  'legs',
  'skin',
  'everywhere',
  'nowhere',
] as const;
export type BodyPlace = (typeof bodyPlaces)[number];

/** More than any list has: whoever ticks them all is not refused. */
export const mostFeelings = 1000;

/** How it was for me: a place on the plane of feeling, own words, and words from a list. Every part may stay empty. */
export const momentBodySchema = z
  .object({
    at: instantSchema,
    /** −4 unpleasant … 4 pleasant, whole steps; null when not placed. */
    pleasant: step,
    /** −4 calm … 4 stirred, whole steps; null when not placed. */
    stirred: step,
    /** Keys of feelings.ts, and words of the person's own as they were written. */
    feelings: z.array(z.string().max(60)).max(mostFeelings),
    words: words(5000),
    /** The private page it was noted on, or null when it stands alone. */
    page: idSchema.nullable(),
    /** The topic of a session it was noted at, or null. A moment has a page or a topic, never both. */
    topic: idSchema.nullable().default(null),
    inBody: z.array(z.enum(bodyPlaces)).max(bodyPlaces.length).default([]),
    inBodyWords: words(1000).default(''),
    helped: words(2000).default(''),
    /** What support was asked for and of whom, what was given and by whom: people as the person calls them, a code is enough. */
    askedFor: words(2000).default(''),
    askedOf: words(300).default(''),
    given: words(2000).default(''),
    givenBy: words(300).default(''),
    whoKnows: words(1000).default(''),
  })
  .strict();
export type MomentBody = z.infer<typeof momentBodySchema>;

/** A moment of which nothing is said yet. */
export const unsaidMoment: Omit<MomentBody, 'at'> = {
  ...unplaced,
  feelings: [],
  words: '',
  page: null,
  topic: null,
  inBody: [],
  inBodyWords: '',
  helped: '',
  askedFor: '',
  askedOf: '',
  given: '',
  givenBy: '',
  whoKnows: '',
};

/** The parts of a moment beyond the first step that are words, in the order they are asked. */
export const moreWords = [
  'inBodyWords',
  'helped',
  'askedFor',
  'askedOf',
  'given',
  'givenBy',
  'whoKnows',
] as const;

/** Whether anything beyond the first step was said: the body, what helped, support, who knows. */
export function saysMore(moment: Pick<MomentBody, 'inBody' | (typeof moreWords)[number]>): boolean {
  return moment.inBody.length > 0 || moreWords.some((part) => moment[part].trim() !== '');
}

/** Whether nothing at all was said: there is nothing to keep then. Where it was noted says nothing. */
export function isEmptyMoment(moment: Omit<MomentBody, 'at' | 'page' | 'topic'>): boolean {
  const { pleasant, stirred, feelings, words } = moment;
  const isFirstStepEmpty =
    pleasant === null && stirred === null && feelings.length === 0 && words.trim() === '';
  return isFirstStepEmpty && !saysMore(moment);
}

/** The place under a point of the plane, `x` and `y` from 0 to 1 (left to right, top to bottom); outside is its edge. */
export function placeFromPoint(x: number, y: number): Placed {
  return { pleasant: nearest(x * 2 - 1), stirred: nearest(1 - y * 2) };
}

/** The point of a place in the middle of its step, `x` and `y` from 0 to 1. Null until both ways are said. */
export function pointFromPlace(place: Placed): { readonly x: number; readonly y: number } | null {
  if (place.pleasant === null || place.stirred === null) return null;
  return { x: (place.pleasant / planeEnd + 1) / 2, y: (1 - place.stirred / planeEnd) / 2 };
}

/**
 * The place after a key on the plane: arrows move one step from where it is (from the middle when nowhere), Enter and
 * space put it in the middle when nowhere, Delete and Backspace take it back. Null for any other key.
 */
export function placeFromKey(place: Placed, key: string): Placed | null {
  if (key === 'Delete' || key === 'Backspace') return unplaced;
  const here = { pleasant: place.pleasant ?? 0, stirred: place.stirred ?? 0 };
  if (key === 'Enter' || key === ' ') return here;
  if (key === 'ArrowRight') return { ...here, pleasant: clamp(here.pleasant + 1) };
  if (key === 'ArrowLeft') return { ...here, pleasant: clamp(here.pleasant - 1) };
  if (key === 'ArrowUp') return { ...here, stirred: clamp(here.stirred + 1) };
  if (key === 'ArrowDown') return { ...here, stirred: clamp(here.stirred - 1) };
  return null;
}

export const placeWords = {
  pleasant: [
    'veryUnpleasant',
    'unpleasant',
    'littleUnpleasant',
    'neither',
    'littlePleasant',
    'pleasant',
    'veryPleasant',
  ],
  stirred: ['veryCalm', 'calm', 'littleCalm', 'between', 'littleStirred', 'stirred', 'veryStirred'],
} as const;

/** The key of the words for one way of a place: −4 and −3 very, −2 plainly, −1 a little, 0 neither, and so on up. */
export function placeWord<A extends keyof typeof placeWords>(
  way: A,
  value: number,
): (typeof placeWords)[A][number] {
  const strength = Math.min(3, Math.abs(value));
  const list: readonly (typeof placeWords)[A][number][] = placeWords[way];
  const word = list[3 + Math.sign(value) * strength];
  if (word === undefined) throw new RangeError('a place on the plane is a whole step from -4 to 4');
  return word;
}

function nearest(share: number): number {
  // `+ 0` so that the middle is 0 and never −0, which is another value to JSON-minded comparisons.
  return clamp(Math.round(share * planeEnd)) + 0;
}

function clamp(value: number): number {
  return Math.min(planeEnd, Math.max(-planeEnd, value));
}
