import { toCanonical } from '../../electron/core/items/canonical.ts';
import { storeFirst } from '../../electron/core/items/commit.ts';
import { newId, sha256 } from '../../electron/core/items/ids.ts';
import { getPair } from '../../electron/core/items/pair.ts';
import type { Kind } from '../../shared/model/kinds.ts';
import type { Revision } from '../../shared/model/revision.ts';
import type { TestCore } from './core.ts';

/** Puts `count` repairs into a vault, each named in January and settled by both some days later, with a private note of each. */
export async function manyRepairs(core: TestCore, space: string, count: number): Promise<void> {
  const db = core.session().deps.vault.db();
  const { me, other } = getPair(db, space);
  const both = [me.identity, other.identity];
  function say(kind: Kind, by: string, subject: string | null, at: string, body: object) {
    const item = newId(core.platform);
    const head = { format: 1, minReader: 1, item, kind, space, subject, parents: [], at, by };
    const revision: Revision = { ...head, body };
    const bytes = toCanonical(revision);
    storeFirst(db, revision, sha256(bytes), bytes);
    return { item, hash: sha256(bytes) };
  }
  db.exec('BEGIN');
  for (let index = 0; index < count; index += 1) {
    const from = '2026-01-05T09:00:00.000Z';
    const to = new Date(Date.parse(from) + (5 + (index % 36)) * 86_400_000).toISOString();
    const { item } = say('rupture', other.identity, null, from, { words: `words ${index}`, myPart: '' });
    const need = { cycle: 1, need: 'time', iWill: 'ask', by: null };
    const hashes = both.map((by) => {
      say('ruptureAccount', by, item, from, { cycle: 1, howItWas: 'how', myPart: 'part' });
      return say('ruptureNeed', by, item, from, need).hash;
    });
    both.forEach((by, mine) => {
      say('ruptureAgreed', by, item, from, { cycle: 1, mine: hashes[mine], theirs: hashes[1 - mine] });
      for (const round of [1, 2])
        say('ruptureCheck', by, item, to, { cycle: 1, round, now: 'same', words: '' });
      say('ruptureSettled', by, item, to, { cycle: 1, outcome: 'mended' });
    });
    const note = await core.call('ruptures.noteOn', { item });
    const touches = index % 2 === 0 ? ['trust'] : ['power'];
    db.prepare("UPDATE working_copy SET body = json_set(body, '$.touches', json(?)) WHERE item = ?").run(
      JSON.stringify(touches),
      note.item,
    );
  }
  db.exec('COMMIT');
}
