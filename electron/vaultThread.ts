import { Worker } from 'node:worker_threads';
import type { AppEvent } from '../shared/events.ts';
import { AppError, type Result } from '../shared/result.ts';
import type { FromCore, PlatformAsk, ThreadStart, ToCore } from './core/protocol.ts';

/** After saying `ended` a thread has this long to go by itself. */
const GOES_WITHIN_MS = 1_000;
/** A thread that crashes sooner than this after its start, three times running, is not started again. */
const STEADY_AFTER_MS = 5_000;
const CRASHES_BORNE = 3;

export type VaultThread = {
  /** Runs a contract method in the thread. Never rejects. */
  readonly call: (method: string, input: unknown) => Promise<Result<unknown>>;
  /** Resolves when the vault thread running now is gone. */
  readonly gone: () => Promise<void>;
  /** Ends the running thread without asking it; a new one is started in its place. */
  readonly terminate: () => void;
  /** Ends the running thread for good. */
  readonly stop: () => Promise<void>;
};

export type VaultThreadOptions = {
  /** The compiled `electron/core/thread.ts`. */
  readonly entry: string;
  readonly start: Omit<ThreadStart, 'sealed'>;
  /** Answers what the core asks of the desktop. */
  readonly answer: (what: PlatformAsk, input: unknown) => Promise<unknown>;
  readonly onEvent: (event: AppEvent) => void;
  /** The thread ended, by a lock or by a crash, and a new one with a locked vault runs in its place. */
  readonly onLocked: () => void;
};

type Running = {
  readonly worker: Worker;
  readonly startedAt: number;
  readonly gone: Promise<void>;
  readonly waiting: Map<number, { method: string; settle: (result: Result<unknown>) => void }>;
};

/**
 * Keeps one vault thread running. Locking a vault ends its thread, so that everything decrypted goes with it, and this
 * starts the next one, handing over the sealed words the last could not save.
 */
export function keepVaultThread(options: VaultThreadOptions): VaultThread {
  let lastId = 0;
  let sealed: Uint8Array | null = null;
  let earlyCrashes = 0;
  let stopped = false;
  let running = start();

  function start(): Running {
    const worker = new Worker(options.entry, {
      workerData: { ...options.start, sealed } satisfies ThreadStart,
    });
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const thread: Running = { worker, startedAt: Date.now(), gone, waiting: new Map() };
    worker.on('message', (message: FromCore) => take(thread, message));
    worker.on('error', (error: Error) => console.error(`The vault thread failed: ${error.name}`));
    worker.once('exit', () => {
      resolve();
      if (running === thread) replace(thread, 'unexpected', 'The vault thread stopped.');
    });
    return thread;
  }

  function take(thread: Running, message: FromCore): void {
    switch (message.type) {
      case 'reply':
        settle(thread, message.id, message.result);
        return;
      case 'event':
        options.onEvent(message.event);
        return;
      case 'ask':
        void answer(thread, message.id, message.what, message.input);
        return;
      case 'ended':
        // A thread that was never unlocked does not know what the one before it sealed.
        sealed = message.sealed ?? sealed;
        setTimeout(() => void thread.worker.terminate(), GOES_WITHIN_MS).unref();
        replace(thread, 'locked', 'The vault was locked.');
    }
  }

  function settle(thread: Running, id: number, result: Result<unknown>): void {
    const call = thread.waiting.get(id);
    if (call === undefined) return;
    thread.waiting.delete(id);
    // Unlocking has put the sealed words back; giving them to a later thread would put them back over newer ones.
    if (result.ok && (call.method === 'vault.unlock' || call.method === 'vault.recover')) sealed = null;
    call.settle(result);
  }

  async function answer(thread: Running, id: number, what: PlatformAsk, input: unknown): Promise<void> {
    const result = await options.answer(what, input).then(
      (value): Result<unknown> => ({ ok: true, value }),
      (error: unknown): Result<unknown> => ({
        ok: false,
        error: {
          code: error instanceof AppError ? error.code : 'unexpected',
          message: `The desktop could not do ${what}.`,
        },
      }),
    );
    thread.worker.postMessage({ type: 'answer', id, result } satisfies ToCore);
  }

  function replace(thread: Running, code: 'locked' | 'unexpected', message: string): void {
    if (running !== thread) return;
    const early = code === 'unexpected' && Date.now() - thread.startedAt < STEADY_AFTER_MS;
    earlyCrashes = early ? earlyCrashes + 1 : 0;
    const goesOn = !stopped && earlyCrashes < CRASHES_BORNE;
    if (goesOn) running = start();
    for (const call of thread.waiting.values()) {
      if (code === 'locked' && call.method === 'vault.lock') call.settle({ ok: true, value: {} });
      else call.settle({ ok: false, error: { code, message } });
    }
    thread.waiting.clear();
    if (goesOn) options.onLocked();
  }

  return {
    call: (method, input) => {
      const thread = running;
      if (stopped || earlyCrashes >= CRASHES_BORNE) {
        return Promise.resolve({ ok: false, error: { code: 'unexpected', message: 'No vault thread.' } });
      }
      lastId += 1;
      const id = lastId;
      return new Promise((settle) => {
        thread.waiting.set(id, { method, settle });
        thread.worker.postMessage({ type: 'call', id, method, input } satisfies ToCore);
      });
    },
    gone: () => running.gone,
    terminate: () => void running.worker.terminate(),
    stop: async () => {
      stopped = true;
      await running.worker.terminate();
    },
  };
}
