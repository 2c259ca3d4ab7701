import type { Output } from '../../../shared/contract/index.ts';
import {
  type PastEpisode,
  type PastMoment,
  type PastRange,
  rangeOf,
} from '../../../shared/model/lookingBack.ts';
import { type FloorStretch, floorStretches } from '../../../shared/model/residue.ts';

/** What is looked at, cut to its days. */
export type LookBack = {
  /** Both ends counted in. */
  readonly days: { readonly from: string; readonly to: string };
  readonly moments: readonly PastMoment[];
  /** Those that happened in these days. */
  readonly episodes: readonly PastEpisode[];
  readonly floor: readonly FloorStretch[];
};

export function lookBack(past: Output<'lookingBack.get'>, range: PastRange): LookBack {
  const { today, moments, episodes } = past;
  const days = [...moments, ...episodes].map((one) => one.day);
  const within = rangeOf(range, days, today) ?? { from: today, to: today };
  const isWithin = ({ day }: { readonly day: string }) => day >= within.from && day <= within.to;
  const floor = floorStretches(
    episodes.flatMap((one) => one.curve),
    today,
  );
  return {
    days: within,
    moments: moments.filter(isWithin),
    episodes: episodes.filter(isWithin),
    floor: floor
      .filter((one) => one.to >= within.from)
      .map((one) => (one.from < within.from ? { ...one, from: within.from } : one)),
  };
}
