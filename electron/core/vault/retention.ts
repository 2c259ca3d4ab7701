const keptDays = 7;
const keptWeeks = 4;

/**
 * Which backups to keep: the newest of each of the 7 most recent days that have one, and of those older than that, the
 * newest of each of the 4 most recent ISO weeks. Days and weeks are UTC. Counted from the backups and not from today:
 * an app that was closed for a year deletes nothing when it starts.
 */
export function backupsToKeep(instants: readonly Date[]): Date[] {
  const newestFirst = [...instants].sort((a, b) => b.getTime() - a.getTime());
  const daily = newestOfEach(newestFirst, dayOf).slice(0, keptDays);
  const oldestDay = daily.at(-1);
  const older = newestFirst.filter((instant) => oldestDay && dayOf(instant) < dayOf(oldestDay));
  const weekly = newestOfEach(older, weekOf).slice(0, keptWeeks);
  return [...daily, ...weekly];
}

/** Days since 1970-01-01 UTC. */
export function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / 86_400_000);
}

/** Weeks from Monday to Sunday, numbered; 1970-01-01 was a Thursday. */
export function weekOf(instant: Date): number {
  return Math.floor((dayOf(instant) + 3) / 7);
}

function newestOfEach(newestFirst: readonly Date[], bucket: (instant: Date) => number): Date[] {
  const seen = new Set<number>();
  return newestFirst.filter((instant) => {
    const number = bucket(instant);
    if (seen.has(number)) return false;
    seen.add(number);
    return true;
  });
}
