import { useEffect, useSyncExternalStore } from 'react';
import type { SaveState } from '../../autosave.ts';

/* What the editors of the open session say, so that its header can say it once for all of them. */
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

/** `saved` when every editor's words are in the vault, else the least settled of their states. */
export function useWorstSaved(): SaveState {
  return useSyncExternalStore(subscribe, worst);
}

function worst(): SaveState {
  const all = [...states.values()];
  for (const state of ['failed', 'unsaved', 'saving'] as const) if (all.includes(state)) return state;
  return 'saved';
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
