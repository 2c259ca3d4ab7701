import { useEffect, useSyncExternalStore } from 'react';
import type { SaveState } from '../../autosave.ts';

/* What the editors of the open session say of their words, so that the header knows when it is said already. */
const states = new Map<string, SaveState>();
const listeners = new Set<() => void>();

/** Tells the header how one editor's words stand, for as long as that editor is on the screen. */
export function useReportSaved(key: string, state: SaveState): void {
  useEffect(() => {
    states.set(key, state);
    tell();
    return () => {
      states.delete(key);
      tell();
    };
  }, [key, state]);
}

/** Null while a box is open, which says it itself: once is enough. Otherwise that everything is saved. */
export function useSavedInHeader(): 'saved' | null {
  return useSyncExternalStore(subscribe, () => (states.size === 0 ? 'saved' : null));
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
