import type { Deps } from '../deps.ts';
import { syncAll } from './sync.ts';

const everyMs = 2000;

/** `poke` looks at once; `stop` looks no more (a round under way ends by itself when the vault closes). */
export type ExchangeLoop = { readonly poke: () => void; readonly stop: () => void };

/**
 * Keeps an open vault in step with its shared folders: looks every two seconds, which survives folders that vanish and
 * come back and drives that send no change events.
 */
export function startExchange(deps: Deps): ExchangeLoop {
  let stopped = false;
  const round = () => {
    // What goes wrong in one folder is its state, shown to the person; the next round tries again.
    if (!stopped) syncAll(deps).catch(() => undefined);
  };
  const timer = setInterval(round, everyMs);
  timer.unref();
  round();
  return {
    poke: round,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
