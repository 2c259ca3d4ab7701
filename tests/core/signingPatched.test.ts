import { afterEach, beforeEach, expect, test } from 'vitest';
import { signRecord } from '../../electron/core/exchange/recordSignature.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { say, withdraw } from '../../electron/core/items/commit.ts';
import { sha256 } from '../../electron/core/items/ids.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import type { FrozenRecord } from '../../shared/model/signing.ts';
import type { TestCore } from '../support/core.ts';
import { type SigningPair, signingPair } from '../support/signingPair.ts';

/** What a program without our checks could say, and what it comes to. */

let pair: SigningPair;
let session: string;
let visit: string;

beforeEach(async () => {
  pair = await signingPair();
  ({ session, visit } = pair);
}, 60_000);
afterEach(() => pair.close());

/** Says a proposal as a program without our checks would. */
function forge(core: TestCore, change: (record: FrozenRecord) => FrozenRecord, signed = true): void {
  const { deps } = core.session();
  const db = deps.vault.db();
  const honest = statementsOf(db, 'proposal', pair.space)[0];
  const record = toCanonical(change(structuredClone(pair.storedRecord(core))));
  const said = { note: '', now: core.platform.now(), after: null };
  const signature = signRecord(db, signed ? record : `${record} `, said);
  say(deps, {
    kind: 'proposal',
    space: pair.space,
    subject: session,
    body: { record, ...signature, hash: sha256(record) },
  });
  if (honest !== undefined) withdraw(deps, honest.item);
}

test('a record with other words than were shown is ignored and said, never rendered for signing', async () => {
  await pair.propose(pair.supervisor);
  forge(pair.supervisor, (record) => ({
    ...record,
    entries: record.entries.map((entry) => ({
      ...entry,
      revision: JSON.parse(JSON.stringify(entry.revision).replace('I was afraid.', 'I was careless.')),
    })),
  }));
  await pair.sync();
  const { signing } = await pair.get(pair.supervisee);
  expect(signing).toMatchObject({ open: null, ignored: [{ role: 'supervisor', why: 'record' }] });
});

test('a record whose other words carry their own true hash cannot be signed: they are not what I showed', async () => {
  await pair.propose(pair.supervisor);
  forge(pair.supervisor, (record) => ({
    ...record,
    entries: record.entries.map((entry) => {
      const revision: unknown = JSON.parse(
        JSON.stringify(entry.revision).replace('I was afraid.', 'I was careless.'),
      );
      return { hash: sha256(toCanonical(revision)), revision };
    }),
  }));
  await pair.sync();
  await expect(pair.sign(pair.supervisee)).rejects.toMatchObject({ code: 'not_newest' });
});

test('a record that leaves my words out cannot be signed', async () => {
  await pair.propose(pair.supervisor);
  forge(pair.supervisor, (record) => ({
    ...record,
    entries: record.entries.filter((entry) => !JSON.stringify(entry).includes('I was afraid.')),
  }));
  await pair.sync();
  await expect(pair.sign(pair.supervisee)).rejects.toMatchObject({ code: 'not_newest' });
});

test('swapped roles make a record unsound', async () => {
  await pair.propose(pair.supervisor);
  forge(pair.supervisor, (record) => ({
    ...record,
    members: record.members.map((member) => ({
      ...member,
      role: member.role === 'supervisor' ? 'supervisee' : 'supervisor',
    })),
  }));
  await pair.sync();
  expect((await pair.get(pair.supervisee)).signing).toMatchObject({
    open: null,
    ignored: [{ why: 'record' }],
  });
});

test('a wrong signature is ignored and said', async () => {
  await pair.propose(pair.supervisor);
  forge(pair.supervisor, (record) => record, false);
  await pair.sync();
  expect((await pair.get(pair.supervisee)).signing).toMatchObject({
    open: null,
    ignored: [{ role: 'supervisor', why: 'signature' }],
  });
});

test('a confirmation in the name of a signature that nobody made counts for nothing', async () => {
  await pair.propose(pair.supervisor);
  const { deps } = pair.supervisor.session();
  const db = deps.vault.db();
  const record = toCanonical(pair.storedRecord(pair.supervisor));
  const mine = signRecord(db, record, { note: '', now: pair.supervisor.platform.now(), after: null });
  say(deps, {
    kind: 'confirmation',
    space: pair.space,
    subject: session,
    body: { answer: 'signed', record, ...mine, proposed: { ...mine } },
  });
  await pair.sync();
  for (const core of [pair.supervisor, pair.supervisee]) {
    const { signing } = await pair.get(core);
    expect(signing.signed).toEqual([]);
    expect(signing.ignored).toMatchObject([{ why: 'signature' }]);
  }
});

test('a proposal withdrawn after the other signed does not make the record go away', async () => {
  await pair.propose(pair.supervisor);
  await pair.sync();
  await pair.sign(pair.supervisee);
  const { deps } = pair.supervisor.session();
  const proposal = statementsOf(deps.vault.db(), 'proposal', pair.space)[0];
  withdraw(deps, proposal?.item ?? '');
  await pair.sync();
  for (const core of [pair.supervisor, pair.supervisee]) {
    expect((await pair.get(core)).signing.signed).toHaveLength(1);
  }
});

test('a signature given cannot be taken back by a revision that replaces it', async () => {
  await pair.propose(pair.supervisor);
  await pair.sync();
  await pair.sign(pair.supervisee);
  await pair.sync();
  const { deps } = pair.supervisee.session();
  const confirmation = statementsOf(deps.vault.db(), 'confirmation', pair.space)[0];
  withdraw(deps, confirmation?.item ?? '');
  await pair.sync();
  expect((await pair.get(pair.supervisor)).signing.signed).toHaveLength(1);
});

test('voices shown after both signed change nothing that is read', async () => {
  await pair.propose(pair.supervisor);
  await pair.sync();
  await pair.sign(pair.supervisee);
  await pair.sync();
  const { deps } = pair.supervisor.session();
  say(deps, {
    kind: 'voice',
    space: pair.space,
    subject: visit,
    body: { part: null, text: 'LATER addition', scribed: null },
  });
  await pair.sync();
  for (const core of [pair.supervisor, pair.supervisee]) {
    const { crossed, ...page } = await pair.get(core);
    expect(JSON.stringify(page)).not.toContain('LATER');
    // Only who said them sees them, outside of the session, to use as later words.
    expect(crossed.map((one) => one.text)).toEqual(core === pair.supervisor ? ['LATER addition'] : []);
    expect(JSON.stringify(await core.call('sessions.record', { session }))).not.toContain('LATER');
    expect(JSON.stringify(await core.call('sessions.lines', { space: null }))).not.toContain('LATER');
  }
});
