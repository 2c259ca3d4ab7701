import type { Output } from '../../../shared/contract/index.ts';
import {
  type PastEpisode,
  type PastMoment,
  type PastRange,
  rangeOf,
} from '../../../shared/model/lookingBack.ts';
import { floorNotes, type FloorStretch, floorStretches } from '../../../shared/model/residue.ts';

/** What is looked at, cut to its days. */
export type LookBack = {
  /** Both ends counted in. */
  readonly days: { readonly from: string; readonly to: string };
  readonly moments: readonly PastMoment[];
  /** Those that happened in these days. */
  readonly episodes: readonly PastEpisode[];
  readonly floor: readonly FloorStretch[];
  /** How many weights the floor of these days is made of; some were noted before them. */
  readonly floorNotes: number;
};

export function lookBack(past: Output<'lookingBack.get'>, range: PastRange): LookBack {
  const { today, moments, episodes } = past;
  const days = [...moments, ...episodes].map((one) => one.day);
  const within = rangeOf(range, days, today) ?? { from: today, to: today };
  const isWithin = ({ day }: { readonly day: string }) => day >= within.from && day <= within.to;
  const noted = episodes.flatMap((one) => one.curve);
  return {
    days: within,
    moments: moments.filter(isWithin),
    episodes: episodes.filter(isWithin),
    floor: floorStretches(noted, today)
      .filter((one) => one.to >= within.from)
      .map((one) => (one.from < within.from ? { ...one, from: within.from } : one)),
    floorNotes: floorNotes(noted, within),
  };
}
