import { settingsSchema, type Settings } from '../../../shared/contract/settings.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { readSetting, writeSetting } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { sittingOf } from '../together.ts';

const unset: Settings = {
  helpLine: null,
  limits: null,
  routePast: null,
  formalRoutes: null,
  names: [],
  organisation: null,
};
const fields = Object.keys(unset) as (keyof Settings)[];

/**
 * The person's own settings; a field that was never set, or that a newer version wrote differently, is unset. While two people
 * sit at this laptop, whom its owner looks out for is not among them: the guest may be one of them.
 */
export function getSettings(deps: Deps): Output<'settings.get'> {
  const db = deps.vault.db();
  const stored = fields.map((field) => [field, parseStored(field, readSetting(db, keyOf(field)))] as const);
  const settings = settingsSchema.parse(Object.fromEntries(stored));
  return sittingOf(deps) === null ? settings : { ...settings, names: [] };
}

export function setSettings(deps: Deps, change: Input<'settings.set'>): Output<'settings.set'> {
  const db = deps.vault.db();
  const write = db.transaction(() => {
    for (const field of fields) {
      const value = change[field];
      if (value !== undefined) writeSetting(db, keyOf(field), JSON.stringify(value));
    }
  });
  write();
  return getSettings(deps);
}

function keyOf(field: keyof Settings): string {
  return `settings.${field}`;
}

function parseStored(field: keyof Settings, stored: string | null): unknown {
  if (stored === null) return unset[field];
  const parsed = settingsSchema.shape[field].safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : unset[field];
}
