import { toCanonical } from '../../electron/core/items/canonical.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import { type Kind, kinds } from '../../shared/model/kinds.ts';
import type { TestCore } from './core.ts';

/**
 * What a vault holds of a pair's space as canonical JSON: every statement that stands, and every session folded. Nothing of
 * where it was written or when it arrived is in it, so two vaults that hold the same give the same text.
 */
export async function folded(core: TestCore, space: string): Promise<string> {
  const { sessions } = await core.call('sessions.list', { space });
  const ids = sessions.map(({ session }) => session).sort();
  const records = await Promise.all(ids.map((session) => core.call('sessions.record', { session })));
  return toCanonical({ standing: standing(core, space), records });
}

/** The same of a circle's space, with every meeting folded. */
export async function foldedCircle(core: TestCore, space: string): Promise<string> {
  const { meetings } = await core.call('circles.get', { space });
  const ids = meetings.map(({ meeting }) => meeting).sort();
  const views = await Promise.all(
    ids.map(async (meeting) => (await core.call('circles.meeting', { meeting })).view),
  );
  return toCanonical({ standing: standing(core, space), views });
}

function standing(core: TestCore, space: string) {
  const db = core.session().deps.vault.db();
  return sharedKinds()
    .flatMap((kind) => statementsOf(db, kind, space))
    .map(({ item, kind, owner, subject, hash, body }) => ({ item, kind, owner, subject, hash, body }))
    .sort((one, other) => (one.item < other.item ? -1 : 1));
}

/** A notice is between one vault and another about a single revision: it is not part of what they hold together. */
function sharedKinds(): Kind[] {
  return (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind].place === 'shared' && kind !== 'notice');
}
