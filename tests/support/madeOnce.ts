import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where files made once for a whole run lie; set by Playwright's set-up (buildForTests.ts). */
const store = process.env.TWOVOICE_MADE_ONCE;

/**
 * Makes files in `into`, or copies those that another process of this run has made under the same name. `make` is told the folder it
 * writes to, which is not `into` where they are kept for others.
 */
export async function madeOnce(
  name: string,
  into: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  if (store === undefined) return make(into);
  const made = join(store, name);
  while (!existsSync(made)) {
    if (beginsNow(`${made}.lock`)) {
      const making = `${made}.part`;
      try {
        mkdirSync(making);
        await make(making);
        renameSync(making, made);
      } catch (error) {
        // Whoever waits tries for itself and says what is wrong.
        for (const left of [making, `${made}.lock`]) rmSync(left, { recursive: true, force: true });
        throw error;
      }
    } else await wait(50);
  }
  rmSync(into, { recursive: true, force: true });
  cpSync(made, into, { recursive: true, preserveTimestamps: true });
}

/** Whether this process is the first that wants it. */
function beginsNow(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
