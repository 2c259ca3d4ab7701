import type { AppEvent } from '../../shared/events.ts';
import type { Result } from '../../shared/result.ts';
import type { Platform } from './platform.ts';
import type { Vault } from './vault/vault.ts';

/** Everything a service may use. One object, plain functions, no container. */
export type Deps = {
  readonly platform: Platform;
  readonly vault: Vault;
  readonly emit: (event: AppEvent) => void;
  /** Makes another call of the table: only for words that are saved again after a lock or a full disk. */
  readonly call: (method: string, input: unknown) => Promise<Result<unknown>>;
};
