import { advanceGeneration } from './generation.ts';
import type { Vault } from './vault.ts';

/**
 * Closes the database and overwrites the key. The counters are moved on first, so that a copy taken while the vault
 * was open can be told from the one it leaves; when the disk refuses, they stay.
 */
export function closeVault(state: Vault['state']): void {
  const { open } = state;
  if (!open) return;
  state.open = null;
  try {
    advanceGeneration(open);
  } catch {
    // A lock must always succeed: the generation only helps to notice old copies.
  }
  open.db.close();
  open.key.fill(0);
}
