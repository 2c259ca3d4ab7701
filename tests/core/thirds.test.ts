import { afterEach, expect, test } from 'vitest';
import { makeFacilitationInvite } from '../../electron/core/exchange/facilitationInvite.ts';
import { personOnFile } from '../../electron/core/exchange/invitedPeople.ts';
import { say } from '../../electron/core/items/commit.ts';
import { purposeOf } from '../../electron/core/items/facilitationId.ts';
import { listPairs } from '../../electron/core/items/pair.ts';
import type { FacilitationFounding } from '../../shared/model/facilitation.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinTwo } from '../support/pair.ts';
import { askNia, comeIn, repairOfTwo, suggestNia, type WithThird } from '../support/third.ts';

let open: WithThird;

async function start(): Promise<WithThird> {
  open = await repairOfTwo();
  return open;
}
afterEach(() => open.close());

const dbOf = (person: TestCore) => person.session().deps.vault.db();
const pairsOf = (person: TestCore) => listPairs(dbOf(person));
const identityOf = (person: TestCore) => pairsOf(person)[0]?.me.identity ?? '';
const salt = 'AAECAwQFBgcICQoLDA0ODw==';

test('two ask a third person only once both have said yes to exactly her, and she learns nothing before', async () => {
  const all = await start();
  const { sioned, amir, nia, rupture, folder, sync } = all;
  await sync();
  const before = folderBytes(nia.root);
  await suggestNia(all);
  const { theirs, isOpen } = await amir.call('thirds.ofRepair', { rupture });
  expect([isOpen, theirs]).toMatchObject([
    true,
    { isAgreed: false, person: { name: 'Nia Example', known: 'introduced' } },
  ]);
  const hash = theirs?.hash ?? '';
  expect(await sioned.tryCall('thirds.ask', { rupture, hash, folder })).toMatchObject({
    error: { code: 'stage_skipped' },
  });
  await amir.call('thirds.sayYes', { rupture, hash });
  await sync();
  expect(folderBytes(nia.root)).toEqual(before);
  const { space } = await sioned.call('thirds.ask', { rupture, hash, folder });
  await sync();
  const [invitation] = (await nia.call('facilitations.list', {})).invitations;
  expect(invitation).toMatchObject({
    from: 'Sioned Example',
    people: { supervisee: { name: 'Amir Example', known: 'introduced' }, facilitator: { known: 'me' } },
  });
  await comeIn(amir, all);
  await comeIn(nia, { rupture: null, folder });
  await sync();
  for (const person of [sioned, amir, nia]) {
    const page = await person.call('facilitations.get', { space });
    expect(page).toMatchObject({ isComplete: true, endedAt: null, founder: 'Sioned Example' });
  }
  // One third person at a time, and one space for one yes.
  for (const method of ['thirds.suggest', 'thirds.sayYes'] as const) {
    const input = { rupture, ...(method === 'thirds.suggest' ? { person: identityOf(nia) } : { hash }) };
    expect(await (method === 'thirds.suggest' ? sioned : amir).tryCall(method, input)).toMatchObject({
      error: { code: 'conflict' },
    });
  }
});

test('reading a suggestion or an invitation and leaving it is the same as never having seen it', async () => {
  const all = await start();
  const { amir, nia, rupture, folder, sync } = all;
  await suggestNia(all);
  const before = folderBytes(folder);
  await amir.call('thirds.ofRepair', { rupture });
  await sync();
  expect(folderBytes(folder)).toEqual(before);
  const { theirs } = await amir.call('thirds.ofRepair', { rupture });
  await amir.call('thirds.sayYes', { rupture, hash: theirs?.hash ?? '' });
  await amir.call('thirds.takeBack', { rupture, what: 'yes' });
  await sync();
  expect((await all.sioned.call('thirds.ofRepair', { rupture })).mine?.isAgreed).toBe(false);
  await askNia(all);
  const asked = folderBytes(folder);
  await nia.call('facilitations.list', {});
  await amir.call('thirds.ofRepair', { rupture });
  await sync();
  expect(folderBytes(folder)).toEqual(asked);
});

test('nobody is suggested, agreed to or asked who may not be, or when it is not the time; nothing is changed', async () => {
  const all = await start();
  const { sioned, amir, nia, rupture, folder, sync } = all;
  const person = identityOf(nia);
  const refused = async (by: TestCore, method: string, input: object, code: string) => {
    expect(await by.tryCall(method, { rupture, ...input }), `${method} ${code}`).toMatchObject({
      error: { code },
    });
  };
  await sync();
  const before = folderBytes(folder);
  await refused(sioned, 'thirds.suggest', { person: identityOf(sioned) }, 'bad_input');
  await refused(sioned, 'thirds.suggest', { person: identityOf(amir) }, 'bad_input');
  await refused(sioned, 'thirds.suggest', { person: 'a'.repeat(26) }, 'not_joined');
  await refused(amir, 'thirds.suggest', { person }, 'not_joined');
  await refused(nia, 'thirds.suggest', { person: identityOf(amir) }, 'not_found');
  await sync();
  expect(folderBytes(folder)).toEqual(before);

  await suggestNia(all);
  const hash = (await amir.call('thirds.ofRepair', { rupture })).theirs?.hash ?? '';
  await refused(amir, 'thirds.sayYes', { hash: 'a'.repeat(64) }, 'not_newest');
  await refused(sioned, 'thirds.sayYes', { hash }, 'not_newest');
  await sioned.call('ruptures.pause', { item: rupture, paused: true });
  await sync();
  await refused(sioned, 'thirds.suggest', { person }, 'resting');
  await refused(amir, 'thirds.sayYes', { hash }, 'resting');
  await sioned.call('ruptures.pause', { item: rupture, paused: false });
  await sync();
  await amir.call('ruptures.answerGate', { item: rupture, gate: 'notSure' });
  await refused(amir, 'thirds.sayYes', { hash }, 'gate_closed');
  expect((await amir.call('thirds.ofRepair', { rupture })).isOpen).toBe(false);
  await sync();
  await refused(sioned, 'thirds.ask', { hash, folder }, 'resting');
  await amir.call('ruptures.answerGate', { item: rupture, gate: 'no' });
  await amir.call('ruptures.pause', { item: rupture, paused: false });
  await amir.call('thirds.sayYes', { rupture, hash });
  await sync();
  const pair = pairsOf(amir)[0]?.space ?? '';
  await amir.call('leaving.leave', { space: pair });
  await sync();
  await refused(sioned, 'thirds.ask', { hash, folder }, 'pair_ended');
  await refused(amir, 'thirds.suggest', { person }, 'pair_ended');
});

test('a card that has changed since takes a new yes', async () => {
  const all = await start();
  const { sioned, amir, rupture, folder, sync } = all;
  await suggestNia(all);
  const hash = (await amir.call('thirds.ofRepair', { rupture })).theirs?.hash ?? '';
  await amir.call('thirds.sayYes', { rupture, hash });
  await sync();
  dbOf(sioned).exec(`UPDATE identity SET card = json_set(card, '$.madeAt', '2026-11-23T09:00:00.000Z')
    WHERE name = 'Nia Example'`);
  expect(await sioned.tryCall('thirds.ask', { rupture, hash, folder })).toMatchObject({
    error: { code: 'not_newest' },
  });
  expect((await sioned.call('thirds.ofRepair', { rupture })).mine).toMatchObject({
    isStale: true,
    space: null,
  });
});

test('an invitation that is not for what both said yes to does not hold', async () => {
  const all = await start();
  const { sioned, amir, nia, rupture, folder, root, sync } = all;
  await suggestNia(all);
  const hash = (await amir.call('thirds.ofRepair', { rupture })).theirs?.hash ?? '';
  await amir.call('thirds.sayYes', { rupture, hash });
  // Somebody of the same name.
  const tomos = await startCoreWithVault({ root: `${root}/tomos`, name: 'Nia Example' });
  await joinTwo(sioned, tomos, { root, folder });
  await sync();
  const [her, him, third, another] = [sioned, amir, nia, tomos].map(identityOf) as [
    string,
    string,
    string,
    string,
  ];
  const sound: FacilitationFounding = {
    founder: her,
    supervisee: him,
    supervisor: her,
    facilitator: third,
    purpose: purposeOf(rupture, hash, salt),
    salt,
  };
  const pair = pairsOf(sioned).find((one) => one.other.identity === him);
  const cards = (ids: readonly string[]) => ids.map((id) => personOnFile(dbOf(sioned), id));
  const invite = (
    founding: FacilitationFounding,
    ids: readonly string[],
    changes: object = {},
    subject = rupture,
  ) => {
    const body = { ...makeFacilitationInvite(founding, cards(ids)), ...changes };
    return say(sioned.session().deps, {
      kind: 'facilitationInvite',
      space: pair?.space ?? '',
      subject,
      body,
    });
  };
  const three = [him, her, third];
  const { item: other } = await amir.call('ruptures.notice', {});
  const bad = [
    invite({ ...sound, facilitator: another }, [him, her, another]),
    invite(sound, [him, her, another]),
    invite({ ...sound, purpose: purposeOf(rupture, 'b'.repeat(64), salt) }, three),
    invite({ ...sound, purpose: purposeOf(other, hash, salt) }, three),
    invite({ ...sound, founder: him }, three),
    invite({ ...sound, supervisee: her, supervisor: him }, three),
    invite({ ...sound, facilitator: him, supervisee: third }, three),
    invite(sound, three, { space: 'a'.repeat(26) }),
    invite(sound, three, { salt: 'BAECAwQFBgcICQoLDA0ODw==' }),
    invite(sound, three, {}, other),
  ];
  await sync();
  expect((await amir.call('thirds.ofRepair', { rupture })).invitation).toBeNull();
  for (const item of bad) {
    expect(await amir.tryCall('facilitations.join', { invite: item, folder: null })).toMatchObject({
      error: { code: 'invite_unsound' },
    });
  }
  const good = invite(sound, three);
  await sync();
  expect((await amir.call('thirds.ofRepair', { rupture })).invitation?.invite).toBe(good);
  // To the third person the same invitation holds only when it is about nothing of hers or theirs.
  const theirs = pairsOf(sioned).find((one) => one.other.identity === third)?.space ?? '';
  const body = makeFacilitationInvite(sound, cards(three));
  const { deps } = sioned.session();
  const about = say(deps, { kind: 'facilitationInvite', space: theirs, subject: rupture, body });
  await sync();
  expect(await nia.tryCall('facilitations.join', { invite: about, folder: null })).toMatchObject({
    error: { code: 'invite_unsound' },
  });
  tomos.close();
});

test('taking a yes back ends what was opened on it, and an invitation she had not taken up is gone', async () => {
  const all = await start();
  const { sioned, amir, nia, rupture, folder, sync } = all;
  const space = await askNia(all);
  await amir.call('thirds.takeBack', { rupture, what: 'yes' });
  await sync();
  expect(await sioned.call('facilitations.get', { space })).toMatchObject({
    endedAt: '2026-11-22T09:00:00.000Z',
  });
  expect((await nia.call('facilitations.list', {})).invitations).toEqual([]);
  expect((await amir.call('thirds.ofRepair', { rupture })).invitation).toBeNull();
  // It takes a new suggestion, and a yes to that, to begin again.
  await suggestNia(all);
  const again = await askNia(all);
  await comeIn(amir, all);
  await comeIn(nia, { rupture: null, folder });
  await sync();
  expect(again).not.toBe(space);
  expect(await amir.call('facilitations.get', { space: again })).toMatchObject({
    isComplete: true,
    endedAt: null,
  });
});
