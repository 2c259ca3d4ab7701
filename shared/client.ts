import type { AppEvent } from './events.ts';
import type { Result } from './result.ts';

/** All that the preload exposes to the window, as `window.bridge`. */
export type Bridge = {
  /** Runs a contract method in the vault thread. Never rejects: failures come back as a Result. */
  readonly call: (method: string, input: unknown) => Promise<Result<unknown>>;
  /** Listens to events from the core; returns a function that stops listening. */
  readonly on: (listener: (event: AppEvent) => void) => () => void;
};
