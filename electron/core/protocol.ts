import type { AppEvent } from '../../shared/events.ts';
import type { Result } from '../../shared/result.ts';

/** The parts of Platform that need the desktop and so are asked for across the thread boundary. */
export type PlatformAsk =
  | 'chooseFolder'
  | 'chooseFile'
  | 'chooseNewFile'
  | 'printToPdf'
  | 'printWindow'
  | 'hideWindow';

/** What the shell hands the vault thread when it starts it. */
export type ThreadStart = {
  readonly paths: { readonly data: string; readonly documents: string };
  readonly tryOut: boolean;
  readonly locale: string;
  /** Unsaved words of the last, locked vault: age-encrypted to that vault's own key, replayed at the next unlock. */
  readonly sealed: Uint8Array | null;
};

export type ToCore =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> };

export type FromCore =
  | { readonly type: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: AppEvent }
  | { readonly type: 'ask'; readonly id: number; readonly what: PlatformAsk; readonly input: unknown }
  /** The vault is closed and the thread ends itself right after this; the shell blanks the window and starts a new one. */
  | { readonly type: 'ended'; readonly sealed: Uint8Array | null };
