import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Deps } from '../deps.ts';
import { readPreferences, writePreferences } from '../vault/preferencesFile.ts';

/** Works while the vault is locked: the unlock screen needs language and theme. */
export function getPreferences({ platform }: Deps): Output<'preferences.get'> {
  return readPreferences(platform);
}

export function setPreferences(
  { platform }: Deps,
  change: Input<'preferences.set'>,
): Output<'preferences.set'> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return writePreferences(platform, Object.fromEntries(given));
}
