import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Input, Method, Output } from '../shared/contract/index.ts';
import type { ErrorCode } from '../shared/result.ts';
import { asCallError, call } from './api.ts';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed';

/** A save that has not reached the vault yet, in the form `vault.lock` takes. */
export type UnsavedCall = { readonly method: string; readonly input: unknown };

export type Autosaver<V> = {
  /** Tells it the newest value. Saved after a short pause, and at the latest `maxWait` later while typing goes on. */
  readonly change: (value: V) => void;
  /** Saves now what is not saved. Resolves true when everything is in the vault. */
  readonly flush: () => Promise<boolean>;
  /** Drops what is not saved, for a record that its owner has just deleted. */
  readonly forget: () => void;
  /** Resolves when no save is under way any more, however it ended. Saves nothing. */
  readonly settled: () => Promise<void>;
  readonly state: () => SaveState;
  readonly failure: () => ErrorCode | null;
  /** Whether anything was changed since it was made: before that, "Saved" would answer a question nobody asked. */
  readonly hasChanged: () => boolean;
  readonly unsaved: () => UnsavedCall | null;
  readonly subscribe: (listener: () => void) => () => void;
};

export type AutosaveOptions<M extends Method, V> = {
  /** What is being written, such as `pages:<id>`. Two editors with one key share one autosaver. */
  readonly key: string;
  readonly method: M;
  readonly toInput: (value: V) => Input<M>;
  readonly onSaved?: (output: Output<M>) => void;
  /** Milliseconds without a change before it saves. */
  readonly delay?: number;
  /** Milliseconds after the first unsaved change by which it saves even while typing goes on. */
  readonly maxWait?: number;
  /** Milliseconds between tries after a failure. */
  readonly retryEvery?: number;
};

/*
 * Every autosaver with something at stake, whether or not its editor is still on the screen: leaving a page while the
 * disk is full must not drop the words.
 */
const savers = new Map<string, Autosaver<unknown>>();
const watchers = new Set<() => void>();
const owners = new Map<string, number>();

/**
 * Makes an autosaver. What is typed is in the vault within `maxWait` (0.8 s by default), one save at a time and the
 * newest value last. After a failure it keeps the value and tries again by itself.
 */
export function createAutosaver<M extends Method, V>(options: AutosaveOptions<M, V>): Autosaver<V> {
  const { method, toInput, onSaved, delay = 400, maxWait = 800, retryEvery = 4000 } = options;
  const listeners = new Set<() => void>();
  let waiting: { readonly value: V } | null = null;
  let inFlight: { readonly value: V; readonly done: Promise<boolean> } | null = null;
  let failure: ErrorCode | null = null;
  let changed = false;
  let firstChangeAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tell() {
    for (const listener of listeners) listener();
    for (const watcher of watchers) watcher();
  }

  function schedule(ms: number) {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function change(value: V) {
    waiting = { value };
    changed = true;
    firstChangeAt ??= performance.now();
    // After a failure the slower retry rhythm stays: a full disk is not asked at every key.
    if (failure === null) {
      schedule(Math.max(0, Math.min(delay, firstChangeAt + maxWait - performance.now())));
    } else if (timer === null) {
      schedule(retryEvery);
    }
    tell();
  }

  async function saveOne(value: V): Promise<boolean> {
    try {
      const output = await call(method, toInput(value));
      failure = null;
      onSaved?.(output);
      return true;
    } catch (thrown) {
      failure = asCallError(thrown).code;
      // Newer words may have come meanwhile; they already contain these.
      waiting ??= { value };
      return false;
    }
  }

  async function flush(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (inFlight !== null) {
      const saved = await inFlight.done;
      return waiting === null ? saved : saved ? flush() : false;
    }
    if (waiting === null) return true;
    const { value } = waiting;
    waiting = null;
    firstChangeAt = null;
    const done = saveOne(value);
    inFlight = { value, done };
    tell();
    const saved = await done;
    inFlight = null;
    if (!saved) schedule(retryEvery);
    else if (waiting !== null && timer === null) schedule(delay);
    tell();
    return saved;
  }

  function forget() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waiting = null;
    failure = null;
    firstChangeAt = null;
    tell();
  }

  function unsaved(): UnsavedCall | null {
    const held = waiting ?? inFlight;
    return held === null ? null : { method, input: toInput(held.value) };
  }

  return {
    change,
    flush,
    forget,
    settled: async () => void (await inFlight?.done),
    state: () =>
      failure !== null ? 'failed' : inFlight !== null ? 'saving' : waiting !== null ? 'unsaved' : 'saved',
    failure: () => failure,
    hasChanged: () => changed,
    unsaved,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Autosave<V> = {
  readonly state: SaveState;
  /** Why the last save failed, or null. */
  readonly failure: ErrorCode | null;
  readonly hasChanged: boolean;
  readonly change: (value: V) => void;
  readonly flush: () => Promise<boolean>;
  readonly forget: () => void;
  readonly settled: () => Promise<void>;
};

/**
 * The autosaver of one editor. Saves on blur of the window and when the editor leaves the screen, and keeps trying
 * afterwards if that fails. Show its `state` with `<SavedState>`; call `flush` from the editor's own blur.
 */
export function useAutosave<M extends Method, V>(options: AutosaveOptions<M, V>): Autosave<V> {
  const { key } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const [, rerender] = useState(0);
  const saver = useRef<{ key: string; saver: Autosaver<V> } | null>(null);
  if (saver.current === null || saver.current.key !== key) {
    saver.current = { key, saver: take(key, options, latest) };
  }
  const current = saver.current.saver;

  useEffect(() => {
    owners.set(key, (owners.get(key) ?? 0) + 1);
    const unsubscribe = current.subscribe(() => rerender((count) => count + 1));
    // StrictMode and a change of key may have dropped it from the registry between render and effect.
    savers.set(key, current as Autosaver<unknown>);
    return () => {
      unsubscribe();
      owners.set(key, (owners.get(key) ?? 1) - 1);
      void release(key, current as Autosaver<unknown>);
    };
  }, [key, current]);

  return {
    state: current.state(),
    failure: current.failure(),
    hasChanged: current.hasChanged(),
    change: useCallback((value: V) => current.change(value), [current]),
    flush: useCallback(() => current.flush(), [current]),
    forget: useCallback(() => current.forget(), [current]),
    settled: useCallback(() => current.settled(), [current]),
  };
}

function take<M extends Method, V>(
  key: string,
  options: AutosaveOptions<M, V>,
  latest: { readonly current: AutosaveOptions<M, V> },
): Autosaver<V> {
  const known = savers.get(key);
  if (known !== undefined) return known as Autosaver<V>;
  const made = createAutosaver<M, V>({
    ...options,
    toInput: (value) => latest.current.toInput(value),
    onSaved: (output) => latest.current.onSaved?.(output),
  });
  savers.set(key, made as Autosaver<unknown>);
  return made;
}

/** Lets an autosaver go once its editor is gone and its last words are in the vault. */
async function release(key: string, saver: Autosaver<unknown>): Promise<void> {
  await saver.flush();
  const drop = () => {
    if ((owners.get(key) ?? 0) > 0 || saver.state() !== 'saved') return;
    if (savers.get(key) === saver) savers.delete(key);
    owners.delete(key);
  };
  drop();
  if (savers.get(key) === saver) {
    const stop = saver.subscribe(() => {
      drop();
      if (savers.get(key) !== saver) stop();
    });
  }
}

/** Saves everything that is not saved, for at most `ms`; returns what still is not, for `vault.lock` to keep. */
export async function flushAll(ms: number): Promise<readonly UnsavedCall[]> {
  const all = Promise.all([...savers.values()].map((saver) => saver.flush()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, ms))]);
  return [...savers.values()].map((saver) => saver.unsaved()).filter((unsaved) => unsaved !== null);
}

/** Drops every autosaver: after a lock, when what they held has been handed to the vault. */
export function forgetAll(): void {
  for (const saver of savers.values()) saver.forget();
  savers.clear();
  owners.clear();
}

/** Why words of some editor, on the screen or not, could not be saved; null when all is well. */
export function useSaveFailure(): ErrorCode | null {
  return useSyncExternalStore(watch, firstFailure);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function firstFailure(): ErrorCode | null {
  for (const saver of savers.values()) {
    const failure = saver.failure();
    if (failure !== null) return failure;
  }
  return null;
}
