import type { AppEvent } from '../../shared/events.ts';
import type { Platform } from './platform.ts';
import type { Vault } from './vault/vault.ts';

/** Everything a service may use. One object, plain functions, no container. */
export type Deps = {
  readonly platform: Platform;
  readonly vault: Vault;
  readonly emit: (event: AppEvent) => void;
};
