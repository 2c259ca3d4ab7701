import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveDraft } from '../../electron/core/items/commit.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import { type Body, type Kind, kinds } from '../../shared/model/kinds.ts';
import type { TestCore } from '../support/core.ts';
import { everyExport } from '../support/everyExport.ts';
import { filledBody } from '../support/filledBody.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => pair.close());

const privateKinds = (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind].place === 'private');
/** What a person takes out on purpose is theirs: a page export holds their pages, a learning log their learning. */
const ownExports: Readonly<Record<string, Kind>> = { 'pages.json': 'page', 'learning.csv': 'learning' };
/** Where filling every field at once says something that cannot be. */
const adjusted: { readonly [K in Kind]?: (body: Body<K>) => Body<K> } = {
  moment: (body) => ({ ...body, topic: null }),
};

test('whatever a private item holds, in whichever field, is in no packet its receiver opens and in no export', async () => {
  const { supervisee, supervisor, space, folder, sync } = pair;
  const fields = fillEveryPrivateKind(supervisee);
  expect(fields.length).toBeGreaterThan(100);
  for (const kind of ['episode', 'moment', 'ruptureNoticed', 'widerRupture', 'noticing', 'practice']) {
    expect(
      fields.some((field) => field.startsWith(`canary-${kind}.`)),
      kind,
    ).toBe(true);
  }
  await supervisee.call('sessions.create', { space, date: '2026-11-24' });
  await sync();
  const packets = await packetsSeenBy(supervisor, folder);
  expect(packets.length).toBeGreaterThan(1);
  for (const packet of packets) expect(packet).not.toContain('canary');
  for (const [name, text] of await everyExport(supervisee)) {
    const own = ownExports[name];
    const found = [...text.matchAll(/canary-(\w+)/g)].map(([, kind]) => kind);
    expect(new Set(found), name).toEqual(new Set(own === undefined ? [] : [own]));
  }
  const shown = await Promise.all([
    supervisor.call('ruptures.list', {}),
    supervisor.call('phrases.list', {}),
    supervisor.call('strengths.list', { space }),
    supervisor.call('indicators.get', { space }),
  ]);
  expect(JSON.stringify(shown)).not.toContain('canary');
});

/** One item of every private kind with a word of its own in every field; the names of those fields. */
function fillEveryPrivateKind(core: TestCore): string[] {
  const { deps } = core.session();
  const { selfSpace } = whoAmI(deps.vault.db());
  return privateKinds.flatMap((kind) => {
    const filled = filledBody(kinds[kind].body, `canary-${kind}`) as Body<typeof kind>;
    const adjust = adjusted[kind] as ((body: unknown) => Body<typeof kind>) | undefined;
    saveDraft(deps, { kind, space: selfSpace, body: adjust === undefined ? filled : adjust(filled) });
    return [...JSON.stringify(filled).matchAll(/canary-[\w.]+/g)].map(([field]) => field);
  });
}
