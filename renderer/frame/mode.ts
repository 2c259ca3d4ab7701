import { createContext, useContext } from 'react';
import { confine, go, release } from '../navigation.ts';
import { clearToasts } from '../ui/Toasts.tsx';

/**
 * `full`: everything. `together`: one laptop between two people; the frame shows the page alone: no places, search,
 * shortcuts, settings or links out, and neither back nor a reload leads anywhere else.
 */
export type FrameMode = 'full' | 'together';

export const FrameModeContext = createContext<FrameMode>('full');

export function useFrameMode(): FrameMode {
  return useContext(FrameModeContext);
}

/** Starts Together mode at the page that is shown; messages of what was done before may name other people, and go. */
export function enterTogether(): void {
  clearToasts();
  confine();
}

/** Goes back to the session that the vault is confined to: a new page in the window is no way out of Together mode. */
export function returnToTogether(session: string): void {
  go('session', { id: session });
  confine();
}

/** Ends Together mode. Call only after the vault's owner has given the passphrase. */
export function leaveTogether(): void {
  release();
}
