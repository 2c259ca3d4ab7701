import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../shared/client.ts';
import { contract, type Input, type Method, type Output } from '../shared/contract/index.ts';
import type { AppEvent } from '../shared/events.ts';
import type { ErrorCode } from '../shared/result.ts';
import { afterPress } from './press.ts';

declare global {
  interface Window {
    /** Put there by the preload, before any of our code runs. */
    readonly bridge: Bridge;
  }
}

/** What `call` throws. Show `errors.<code>` to the person; `message` is English and for developers only. */
export class CallError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

/** Runs one call in the vault thread and returns its value. Throws CallError, and nothing else. */
export async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await window.bridge.call(method, input);
  if (!result.ok) throw new CallError(result.error.code, result.error.message);
  // The core has parsed the output with the same contract before it sent it.
  return result.value as Output<M>;
}

export type Called<T> =
  | {
      readonly state: 'loading';
      readonly value: undefined;
      readonly error: null;
      readonly reload: () => void;
    }
  | { readonly state: 'ready'; readonly value: T; readonly error: null; readonly reload: () => void }
  | {
      readonly state: 'failed';
      /** The last value that could be read, if there was one. */
      readonly value: T | undefined;
      readonly error: CallError;
      readonly reload: () => void;
    };

/**
 * Runs a call now, again when its input changes, and again whenever something it reads has changed. The old value stays
 * in place while a re-run is under way, so nothing flickers; it goes back to `loading` only when the input changes.
 * What comes while a pointer is held down is shown when it is let go. Pass null as input to wait.
 */
export function useCall<M extends Method>(method: M, input: Input<M> | null): Called<Output<M>> {
  type Answer = { readonly key: string; readonly value?: Output<M>; readonly error: CallError | null };
  const key = input === null ? null : JSON.stringify([method, input]);
  const latestKey = useRef(key);
  /** How often it was asked, and the newest asking that was answered: an answer that was overtaken is not shown. */
  const asked = useRef(0);
  const answered = useRef(0);
  const [answer, setAnswer] = useState<Answer | null>(null);

  const reload = useCallback(() => {
    if (key === null) return;
    const [, parsed] = JSON.parse(key) as [M, Input<M>];
    asked.current += 1;
    const asking = asked.current;
    const isNewest = () => {
      if (latestKey.current !== key || asking < answered.current) return false;
      answered.current = asking;
      return true;
    };
    const take = (value: Output<M>) => isNewest() && setAnswer({ key, value, error: null });
    const fail = (error: unknown) => {
      if (!isNewest()) return;
      setAnswer((last) => ({
        ...(last?.key === key && last.value !== undefined ? { value: last.value } : {}),
        key,
        error: asCallError(error),
      }));
    };
    const soon = neverWaits(method) ? (show: () => void) => show() : afterPress;
    call(method, parsed).then(
      (value) => soon(() => take(value)),
      (error: unknown) => soon(() => fail(error)),
    );
  }, [key, method]);

  useEffect(() => {
    latestKey.current = key;
    reload();
    // Unmounted: an answer that comes later has nowhere to go.
    return () => {
      latestKey.current = null;
    };
  }, [key, reload]);

  useEvent('changed', (event) => {
    if (event.topics.some((topic) => (contract[method].reads as readonly string[]).includes(topic))) reload();
  });

  if (answer === null || answer.key !== key) {
    return { state: 'loading', value: undefined, error: null, reload };
  }
  if (answer.error !== null) return { state: 'failed', value: answer.value, error: answer.error, reload };
  return { state: 'ready', value: answer.value as Output<M>, error: null, reload };
}

/** What tells the window to show the door, or two people's session and nothing else, waits for no finger. */
function neverWaits(method: Method): boolean {
  return method.startsWith('vault.') || method === 'sessions.together';
}

/** Listens to one event from the core for as long as the component is there. */
export function useEvent<N extends AppEvent['name']>(
  name: N,
  listener: (event: Extract<AppEvent, { name: N }>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      window.bridge.on((event) => {
        if (event.name === name) latest.current(event as Extract<AppEvent, { name: N }>);
      }),
    [name],
  );
}

export type Action<A extends readonly unknown[]> = {
  /** Runs the work. Never rejects; returns false when it failed or another run was under way. */
  readonly run: (...args: A) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clear: () => void;
};

/** Work begun by a press: one run at a time, its failure kept to be shown by `<FailureNotice error={action.error} />`. */
export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<unknown>): Action<A> {
  return useRuns(work, { keepsNewest: false });
}

/**
 * As `useAction`, for choosing among several, where the newest choice is the one that is meant: one that is made while another
 * is under way is done right after it. A "yes" at the gate must not be lost because a "no" was still being kept.
 */
export function useChoice<A extends readonly unknown[]>(work: (...args: A) => Promise<unknown>): Action<A> {
  return useRuns(work, { keepsNewest: true });
}

function useRuns<A extends readonly unknown[]>(
  work: (...args: A) => Promise<unknown>,
  { keepsNewest }: { readonly keepsNewest: boolean },
): Action<A> {
  const latest = useRef(work);
  const running = useRef(false);
  const next = useRef<A | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    latest.current = work;
  });

  const run = useCallback(
    async (...args: A) => {
      if (running.current) {
        if (keepsNewest) next.current = args;
        return false;
      }
      running.current = true;
      setBusy(true);
      let failure: unknown = null;
      for (let now: A | null = args; now !== null; now = next.current) {
        next.current = null;
        failure = null;
        setError(null);
        try {
          await latest.current(...now);
        } catch (thrown) {
          failure = thrown ?? new Error('nothing was thrown');
        }
      }
      if (failure !== null) setError(asCallError(failure));
      running.current = false;
      setBusy(false);
      return failure === null;
    },
    [keepsNewest],
  );
  const clear = useCallback(() => setError(null), []);
  return { run, busy, error, clear };
}

/** Any thrown thing as a CallError; what is not one already is a bug of ours and becomes `unexpected`. */
export function asCallError(failure: unknown): CallError {
  if (failure instanceof CallError) return failure;
  return new CallError('unexpected', failure instanceof Error ? failure.name : 'unknown');
}
