import { inOneTransaction, saveDraft } from '../../electron/core/items/commit.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import type { Deps } from '../../electron/core/deps.ts';
import { emptyNote } from '../../electron/core/items/ruptureNote.ts';
import { addDays } from '../../shared/model/civilDays.ts';
import { episodeKinds, episodeObstacles, saidAnswers } from '../../shared/model/episode.ts';
import { kinds } from '../../shared/model/kinds.ts';

/** How much somebody noted, and over how many days up to now. */
export type Past = {
  readonly days: number;
  readonly moments: number;
  readonly episodes: number;
  readonly ruptures: number;
};

const whats = [
  'The visit on the stairs',
  'No bed for the night',
  'He was moved again',
  'The panel had decided before',
  'I said nothing in the meeting',
  'The court bundle',
];

/** Writes a past into a vault, the same every time: what the charts of Looking back are tried and timed with. */
export function writePast(deps: Deps, past: Past): void {
  const now = deps.platform.now();
  const today = now.toISOString().slice(0, 10);
  const space = whoAmI(deps.vault.db()).selfSpace;
  const chance = chances();
  const dayBefore = (index: number, count: number) =>
    addDays(today, -Math.floor(((count - index) / count) * (past.days - 1)));
  inOneTransaction(deps, () => {
    for (let index = 0; index < past.moments; index += 1) {
      const body = kinds.moment.body.parse({
        at: `${dayBefore(index, past.moments)}T08:${String(index % 60).padStart(2, '0')}:00.000Z`,
        pleasant: Math.round(Math.sin(index / 9) * 2.5 + chance() * 3 - 1.5),
        stirred: index % 11 === 0 ? null : Math.round(Math.cos(index / 7) * 2 + chance() * 3 - 1.5),
        feelings: [],
        words: 'a few words of the day',
        page: null,
      });
      saveDraft(deps, { kind: 'moment', space, body });
    }
    for (let index = 0; index < past.episodes; index += 1) {
      const day = dayBefore(index, past.episodes);
      const weight = 5 + Math.floor(chance() * 6);
      const ratings = [7, 28, 84]
        .map((after, step) => ({ day: addDays(day, after), eased: (step + 1) * (1 + (index % 3)) }))
        .filter((again) => again.day < today && index % 4 !== 0)
        .map((again) => ({
          at: `${again.day}T18:00:00.000Z`,
          weight: Math.max(leftBehind(again.day, today), weight - again.eased),
        }));
      const body = kinds.episode.body.parse({
        at: `${day}T17:30:00.000Z`,
        what: whats[index % whats.length],
        weight,
        kinds: [episodeKinds[index % episodeKinds.length]],
        obstacles: index % 5 === 0 ? [] : [episodeObstacles[Math.floor(chance() * episodeObstacles.length)]],
        said: index % 4 === 0 ? null : saidAnswers[index % saidAnswers.length],
        more: '',
        askAgain: 'never',
        ratings,
      });
      saveDraft(deps, { kind: 'episode', space, body });
    }
    for (let index = 0; index < past.ruptures; index += 1) {
      const body = {
        ...emptyNote,
        noticedOn: dayBefore(index, past.ruptures),
        what: 'It went quiet between us.',
        severity: 1 + (index % 5),
      };
      saveDraft(deps, { kind: 'ruptureNoticed', space, body });
    }
  });
}

/** Nothing eases below this: the floor rises over the last three quarters of a year. */
function leftBehind(day: string, today: string): number {
  return day > addDays(today, -90) ? 5 : day > addDays(today, -180) ? 3 : 1;
}

/** The same row of figures between 0 and 1 every time (mulberry32). */
function chances(): () => number {
  let state = 20_261_122;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
