import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { preferencesSchema } from '../../../shared/contract/preferences.ts';
import type { Platform } from '../platform.ts';
import { readIfThere, writeSmallFile } from '../files.ts';

/** preferences.json: what is needed before a vault is open. In the clear, so nothing personal may be added. */
const storedSchema = preferencesSchema.extend({
  /** Where the vault is; null means `<data>/vault`. */
  vaultFolder: z.string().nullable(),
  /** Where backups go; null means `Twovoice backups` in the person's documents. */
  backupFolder: z.string().nullable(),
});
export type StoredPreferences = z.infer<typeof storedSchema>;

/** The stored preferences; each damaged or missing field has its default, so a broken file locks nobody out. */
export function readPreferences(platform: Platform): StoredPreferences {
  const defaults = defaultPreferences(platform);
  const stored = z.record(z.string(), z.unknown()).safeParse(parseJson(readIfThere(pathOf(platform))));
  if (!stored.success) return defaults;
  const whole = storedSchema.safeParse({ ...defaults, ...stored.data });
  if (whole.success) return whole.data;
  const broken = new Set(whole.error.issues.map((issue) => issue.path[0]));
  const sound = Object.entries(stored.data).filter(([name]) => !broken.has(name));
  return storedSchema.parse({ ...defaults, ...Object.fromEntries(sound) });
}

export function writePreferences(platform: Platform, change: Partial<StoredPreferences>): StoredPreferences {
  const next = storedSchema.parse({ ...readPreferences(platform), ...change });
  mkdirSync(platform.paths.data, { recursive: true, mode: 0o700 });
  writeSmallFile(pathOf(platform), Buffer.from(`${JSON.stringify(next, null, 2)}\n`, 'utf8'));
  return next;
}

export function vaultFolder(platform: Platform): string {
  return readPreferences(platform).vaultFolder ?? join(platform.paths.data, 'vault');
}

export function backupFolder(platform: Platform): string {
  return readPreferences(platform).backupFolder ?? join(platform.paths.documents, 'Twovoice backups');
}

function defaultPreferences(platform: Platform): StoredPreferences {
  return {
    language: /^cy\b/i.test(platform.locale) ? 'cy' : 'en-GB',
    theme: 'system',
    lockAfterMinutes: 20,
    writingFont: 'serif',
    vaultFolder: null,
    backupFolder: null,
  };
}

function pathOf(platform: Platform): string {
  return join(platform.paths.data, 'preferences.json');
}

function parseJson(stored: Buffer | null): unknown {
  try {
    return JSON.parse(stored?.toString('utf8') ?? 'null');
  } catch {
    return null;
  }
}
