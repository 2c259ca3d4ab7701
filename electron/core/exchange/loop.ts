import type { Deps } from '../deps.ts';
import { syncAll } from './sync.ts';

const everyMs = 2000;

/**
 * Keeps an open vault in step with its shared folders: looks every two seconds, which survives folders that vanish and
 * come back and drives that send no change events. `poke` looks at once, after a write. Stop it before the vault closes.
 */
export function startExchange(deps: Deps): { poke: () => Promise<void>; stop: () => Promise<void> } {
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  const round = () => {
    if (!stopped) last = syncAll(deps).catch(() => undefined);
    return last;
  };
  const timer = setInterval(round, everyMs);
  timer.unref?.();
  return {
    poke: round,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
