import { readdirSync } from 'node:fs';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { type Kind, kinds } from '../../shared/model/kinds.ts';
import type { TestCore } from './core.ts';

/**
 * What a vault holds of a space as canonical JSON: every statement that stands, and every session folded. Nothing of
 * where it was written or when it arrived is in it, so two vaults that hold the same give the same text.
 */
export async function folded(core: TestCore, space: string): Promise<string> {
  const db = core.session().deps.vault.db();
  const standing = sharedKinds()
    .flatMap((kind) => statementsOf(db, kind, space))
    .map(({ item, kind, owner, subject, hash, body }) => ({ item, kind, owner, subject, hash, body }))
    .sort((one, other) => (one.item < other.item ? -1 : 1));
  const { sessions } = await core.call('sessions.list', { space });
  const records = await Promise.all(
    sessions
      .map(({ session }) => session)
      .sort()
      .map((session) => core.call('sessions.record', { session })),
  );
  return toCanonical({ standing, records });
}

/** A notice is between one vault and another about a single revision: it is not part of what they hold together. */
function sharedKinds(): Kind[] {
  return (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind].place === 'shared' && kind !== 'notice');
}

/** The packet files in one end's copy of a space's folder, as `<device>/<name>`. */
export function packetNames(folder: string, space: string): string[] {
  const names = (path: string) => readdirSync(path).sort();
  return names(`${folder}/${space}`).flatMap((device) =>
    names(`${folder}/${space}/${device}`).map((name) => `${device}/${name}`),
  );
}
