import { useSyncExternalStore } from 'react';

/** Every place in the app and what it needs to be shown. A new place is one line here and one in features/index.ts. */
export type Places = {
  today: object;
  pages: object;
  page: { readonly id: string; readonly find?: string };
  meetings: object;
  moments: object;
  noticing: object;
  standpoint: object;
  ownStrengths: object;
  supervision: object;
  pair: { readonly id: string };
  session: { readonly id: string };
  promises: { readonly id: string };
  preparation: object;
  circles: object;
  circle: { readonly id: string };
  circleMeeting: { readonly id: string; readonly round?: string };
  /** Of a pair, by its space. */
  agreement: { readonly id: string };
  agreementVersions: { readonly id: string };
  repair: object;
  rupture: { readonly id: string };
  /** With a third person, by its space. */
  facilitated: { readonly id: string };
  widerRupture: { readonly id: string };
  lookingBack: object;
  practice: object;
  rehearsal: { readonly id: string };
  phrasebook: object;
  year: object;
  learning: object;
  pack: { readonly id: string };
  find: { readonly query?: string };
  help: object;
  settings: object;
  ledger: object;
};
export type PlaceName = keyof Places;
export type Place = { [N in PlaceName]: { readonly at: N; readonly with: Places[N] } }[PlaceName];

/**
 * What is kept in the browser's history. It lives in memory only (the address never changes, so there is nothing to leak
 * into a title or a recent-files list), and survives a reload, so that reloading is no way out of Together mode.
 */
type Entry = { readonly place: Place; readonly confined: boolean };

const listeners = new Set<() => void>();
const home: Entry = { place: { at: 'today', with: {} }, confined: false };
let entry: Entry = home;

/** Starts listening to back and forward. Call once, before the first render. */
export function startNavigation(): void {
  entry = readEntry(window.history.state) ?? home;
  window.history.replaceState(entry, '');
  window.addEventListener('popstate', (event) => {
    if (entry.confined) {
      // Back reaches nothing else from Together mode: put the one place back on top.
      window.history.pushState(entry, '');
      return;
    }
    setEntry(readEntry(event.state) ?? home);
  });
}

/** Goes to a place; focus moves to its heading when it is shown. Does nothing while confined. */
export function go<N extends PlaceName>(
  at: N,
  ...args: object extends Places[N] ? [Places[N]?] : [Places[N]]
): void {
  if (entry.confined) return;
  const place = { at, with: args[0] ?? {} } as Place;
  if (JSON.stringify(place) === JSON.stringify(entry.place)) return;
  const next = { place, confined: false };
  window.history.pushState(next, '');
  setEntry(next);
}

export function goBack(): void {
  if (!entry.confined) window.history.back();
}

/** Keeps the window at the place it shows: no `go`, no back, not even after a reload. For Together mode only. */
export function confine(): void {
  replace({ place: entry.place, confined: true });
}

export function release(): void {
  replace({ place: entry.place, confined: false });
}

/** Back to Today with nothing confined: after a lock, when whoever comes next has given the passphrase. */
export function resetNavigation(): void {
  replace(home);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => entry.place);
}

export function useConfined(): boolean {
  return useSyncExternalStore(subscribe, () => entry.confined);
}

export function currentPlace(): Place {
  return entry.place;
}

function replace(next: Entry): void {
  window.history.replaceState(next, '');
  setEntry(next);
}

function setEntry(next: Entry): void {
  entry = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readEntry(state: unknown): Entry | null {
  if (typeof state !== 'object' || state === null || !('place' in state)) return null;
  return state as Entry;
}
