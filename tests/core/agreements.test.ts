import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { saveDraft } from '../../electron/core/items/commit.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import type { AgreementPage } from '../../shared/contract/agreements.ts';
import type { ArrangementsBody } from '../../shared/model/agreement.ts';
import type { TestCore } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

type Begun = TestPair & { readonly agreement: string };

async function begun(now?: string): Promise<Begun> {
  const pair = await joinedPair(now);
  open.push(pair);
  const { agreement } = await pair.supervisor.call('agreements.begin', { space: pair.space });
  await pair.sync();
  return { ...pair, agreement };
}

const noAnswers = { wants: '', brings: '', hardThings: '', disagree: '', repair: '', limits: '' };

function arranged(values: ArrangementsBody['values'], reviewOn: string | null = null): ArrangementsBody {
  return { values, reviewOn, policyRead: false };
}

async function page(core: TestCore, agreement: string): Promise<AgreementPage> {
  return core.call('agreements.get', { agreement });
}

async function showAll(core: TestCore, agreement: string): Promise<void> {
  for (const { item, stamp } of (await page(core, agreement)).mine) {
    await core.call('agreements.show', { item, stamp });
  }
}

/** Both say something, name the same review day, and sign. */
async function agreeAndSign(pair: Begun, agreement: string, reviewOn: string): Promise<void> {
  const { supervisor, supervisee, sync } = pair;
  for (const core of [supervisor, supervisee]) {
    await core.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: 'Time to think.' });
    await core.call('agreements.saveArrangements', {
      agreement,
      ...arranged({ place: 'The quiet room' }, reviewOn),
    });
    await showAll(core, agreement);
  }
  await sync();
  const { stamp } = await supervisor.call('signing.preview', { root: agreement });
  await supervisor.call('signing.propose', { root: agreement, stamp, note: '' });
  await sync();
  const { signing } = await page(supervisee, agreement);
  if (signing.open === null) throw new Error('nothing was proposed');
  const { proposal, hash } = signing.open;
  await supervisee.call('signing.sign', { proposal, hash, note: 'canary-note' });
  await sync();
}

test('each answers in their own voice, and nothing is seen before it is shown', async () => {
  const { supervisor, supervisee, agreement, sync, folder } = await begun();
  const before = folderBytes(folder);
  const { item } = await supervisee.call('agreements.saveAnswers', {
    agreement,
    ...noAnswers,
    wants: 'canary-unshown',
  });
  await supervisee.call('exchange.sync', {});
  expect(folderBytes(folder)).toEqual(before);
  await supervisee.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: 'Time to think.' });
  const [draft] = (await page(supervisee, agreement)).mine;
  expect(draft).toMatchObject({ item, shown: false });
  await supervisee.call('agreements.show', { item, stamp: draft?.stamp ?? '' });
  await sync();
  for (const core of [supervisor, supervisee]) {
    const { view, names, mine } = await page(core, agreement);
    expect(view.answers[0]).toEqual({ question: 'wants', supervisee: 'Time to think.', supervisor: null });
    expect(names).toEqual({ supervisee: 'Amir Example', supervisor: 'Sioned Example' });
    expect(mine).toEqual([]);
  }
  expect((await page(supervisor, agreement)).view).toEqual((await page(supervisee, agreement)).view);
  expect((await packetsSeenBy(supervisor, folder)).join()).not.toContain('canary');
});

test('only what was seen is shown, blanks are not, and nobody changes what the other said', async () => {
  const { supervisor, supervisee, agreement, sync } = await begun();
  const { item } = await supervisee.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: ' ' });
  const stampNow = async () => (await page(supervisee, agreement)).mine[0]?.stamp ?? '';
  expect(await supervisee.tryCall('agreements.show', { item, stamp: await stampNow() })).toMatchObject({
    error: { code: 'bad_input' },
  });
  const seen = await stampNow();
  await supervisee.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: 'More.' });
  expect(await supervisee.tryCall('agreements.show', { item, stamp: seen })).toMatchObject({
    error: { code: 'conflict' },
  });
  await supervisee.call('agreements.show', { item, stamp: await stampNow() });
  await sync();
  for (const method of ['agreements.takeBack', 'agreements.discard'] as const) {
    expect((await supervisor.tryCall(method, { item })).ok).toBe(false);
  }
  await supervisee.call('agreements.takeBack', { item });
  await sync();
  expect((await page(supervisor, agreement)).view.answers[0]).toMatchObject({ supervisee: null });
  expect((await page(supervisee, agreement)).mine).toMatchObject([{ item, body: { wants: 'More.' } }]);
});

test('two arrangements stand side by side until one says "as you have it", of exactly what was read', async () => {
  const { supervisor, supervisee, agreement, sync } = await begun();
  await supervisor.call('agreements.saveArrangements', {
    agreement,
    ...arranged({ length: '90 minutes', place: 'Office' }, '2027-02-22'),
  });
  await supervisee.call('agreements.saveArrangements', {
    agreement,
    ...arranged({ length: '60 minutes', recorder: 'Each' }),
  });
  for (const core of [supervisor, supervisee]) await showAll(core, agreement);
  await sync();
  // Words of mine that I have not shown stay unshown when I say the same as the other about something else.
  await supervisee.call('agreements.saveArrangements', {
    agreement,
    ...arranged({ length: '75 minutes', recorder: 'canary-unshown' }),
  });
  const before = await page(supervisee, agreement);
  const theirs = before.view.said.arrangements.supervisor?.hash ?? '';
  expect(before.view.arrangements.find((one) => one.key === 'length')).toMatchObject({
    supervisee: '60 minutes',
    supervisor: '90 minutes',
    both: false,
  });
  const keys = ['length', 'reviewOn'] as const;
  expect(
    await supervisee.tryCall('agreements.sayTheSame', { agreement, hash: '0'.repeat(64), keys: [...keys] }),
  ).toMatchObject({ error: { code: 'conflict' } });
  await supervisee.call('agreements.sayTheSame', { agreement, hash: theirs, keys: [...keys] });
  await sync();
  for (const core of [supervisor, supervisee]) {
    const { view } = await page(core, agreement);
    expect(view.arrangements.filter((one) => one.both).map((one) => one.key)).toEqual(['length']);
    expect(view.arrangements.find((one) => one.key === 'recorder')).toMatchObject({ supervisee: 'Each' });
    expect(view.reviewOn.both).toBe('2027-02-22');
  }
  expect((await page(supervisee, agreement)).mine).toMatchObject([
    { body: { values: { length: '90 minutes', recorder: 'canary-unshown' }, reviewOn: '2027-02-22' } },
  ]);
});

test('what I think about power and how I withdraw stays with me; a line I offer carries nothing of where it came from', async () => {
  const { supervisor, supervisee, space, agreement, sync, folder } = await begun();
  const before = [folderBytes(folder), folderBytes(supervisor.root)];
  for (const part of ['power', 'withdrawing'] as const) {
    await supervisee.call('agreements.savePrivate', { space, part, text: `canary-${part}\nI go quiet.` });
  }
  await supervisee.call('agreements.savePrivate', {
    space,
    part: 'withdrawing',
    text: 'canary-again\nI go quiet.',
  });
  await supervisee.call('exchange.sync', {});
  expect([folderBytes(folder), folderBytes(supervisor.root)]).toEqual(before);
  expect(await supervisee.call('agreements.private', { space })).toEqual({
    power: 'canary-power\nI go quiet.',
    withdrawing: 'canary-again\nI go quiet.',
  });
  expect(await supervisor.call('agreements.private', { space })).toEqual({ power: '', withdrawing: '' });
  await supervisee.call('agreements.saveLine', { agreement, part: 'withdrawing', text: 'I go quiet.' });
  await showAll(supervisee, agreement);
  await sync();
  expect((await page(supervisor, agreement)).view.lines).toEqual([
    { part: 'power', supervisee: null, supervisor: null },
    { part: 'withdrawing', supervisee: 'I go quiet.', supervisor: null },
  ]);
  const db = supervisee.session().deps.vault.db();
  const privateItems = db.prepare("SELECT id FROM item WHERE kind = 'agreementPrivate'").all() as {
    id: string;
  }[];
  expect(privateItems).toHaveLength(2);
  const sent = (await packetsSeenBy(supervisor, folder)).join();
  for (const word of ['canary', ...privateItems.map((one) => one.id)]) expect(sent).not.toContain(word);
  const kept = db
    .prepare(
      "SELECT count(*) AS n FROM revision JOIN item ON item.id = revision.item WHERE item.kind = 'agreementPrivate'",
    )
    .get();
  expect(kept).toEqual({ n: 0 });
});

test('private words that two devices of one person wrote apart are read as one text, and are one item from then on', async () => {
  const { supervisee, space } = await begun();
  const { deps } = supervisee.session();
  const selfSpace = whoAmI(deps.vault.db()).selfSpace;
  for (const text of ['Written at home.', 'Written at work.']) {
    saveDraft(deps, {
      kind: 'agreementPrivate',
      space: selfSpace,
      body: { pair: space, part: 'power', text },
    });
  }
  const { power } = await supervisee.call('agreements.private', { space });
  expect(power.split('\n\n').sort()).toEqual(['Written at home.', 'Written at work.']);
  await supervisee.call('agreements.savePrivate', { space, part: 'power', text: 'One text.' });
  expect((await supervisee.call('agreements.private', { space })).power).toBe('One text.');
});

test('both sign an agreement: its bytes are what is read from then on, and nothing of it changes any more', async () => {
  const pair = await begun();
  const { supervisor, supervisee, agreement, sync } = pair;
  const { item } = await supervisee.call('agreements.savePromise', {
    agreement,
    item: null,
    text: 'Never used to rank anyone.',
    by: 'Head of service',
    role: 'Director',
    on: '2026-10-01',
  });
  await supervisee.call('agreements.savePrivate', {
    space: pair.space,
    part: 'power',
    text: 'canary-private',
  });
  await agreeAndSign(pair, agreement, '2027-02-22');
  for (const core of [supervisor, supervisee]) {
    const { signing, view } = await page(core, agreement);
    expect(signing.signed).toHaveLength(1);
    expect(view.reviewOn.both).toBe('2027-02-22');
    expect(view.leaderPromises).toMatchObject([{ item, enteredBy: 'supervisee', by: 'Head of service' }]);
    expect((await core.call('agreements.list', { space: pair.space })).versions).toMatchObject([
      { agreement, state: 'signed', aside: false },
    ]);
  }
  const db = supervisor.session().deps.vault.db();
  const { body } = db
    .prepare(
      "SELECT shown.body AS body FROM shown JOIN item ON item.id = shown.item WHERE item.kind = 'confirmation'",
    )
    .get() as { body: string };
  expect(JSON.parse(JSON.parse(body).record).kind).toBe('agreement-record');
  expect(body).not.toContain('canary-private');
  const { hash } = (await page(supervisee, agreement)).view.said.arrangements.supervisor ?? { hash: '' };
  await supervisee.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: 'Later words' });
  const [draft] = (await page(supervisee, agreement)).mine;
  for (const [method, input] of [
    ['agreements.show', { item: draft?.item, stamp: draft?.stamp }],
    ['agreements.takeBack', { item }],
    ['agreements.sayTheSame', { agreement, hash, keys: ['place'] }],
  ] as const) {
    expect(await supervisee.tryCall(method, input)).toMatchObject({ error: { code: 'already_signed' } });
  }
  await sync();
  expect((await page(supervisor, agreement)).view.answers[0]).toMatchObject({ supervisee: 'Time to think.' });
});

test('a signed agreement saved to a file proves itself to somebody who has nothing else, and one changed word is caught', async () => {
  const pair = await begun();
  const { supervisee, agreement } = pair;
  await agreeAndSign(pair, agreement, '2027-02-22');
  const path = join(supervisee.root, 'signed-agreement.json');
  await supervisee.call('signing.export', { root: agreement, path });
  const text = readFileSync(path, 'utf8');
  const run = () =>
    spawnSync(process.execPath, ['build/verify.ts', path], { encoding: 'utf8', timeout: 30_000 });
  const sound = run();
  expect([sound.status, sound.stderr]).toEqual([0, '']);
  for (const words of ['Time to think.', 'The quiet room', '2027-02-22', 'canary-note']) {
    expect(sound.stdout).toContain(words);
  }
  writeFileSync(path, text.replace('The quiet room', 'The cold room'));
  expect(run().status).toBe(1);
});

test('newer words set a proposed agreement aside, and it can be proposed anew', async () => {
  const { supervisor, supervisee, agreement, sync } = await begun();
  await supervisor.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: 'One' });
  await showAll(supervisor, agreement);
  const { stamp } = await supervisor.call('signing.preview', { root: agreement });
  await supervisor.call('signing.propose', { root: agreement, stamp, note: '' });
  await sync();
  await supervisee.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: 'Two' });
  await showAll(supervisee, agreement);
  await sync();
  for (const core of [supervisor, supervisee]) {
    const { signing } = await page(core, agreement);
    expect(signing.open?.current ?? false).toBe(false);
    expect(signing.newerWords).toBe('supervisee');
  }
  const again = await supervisee.call('signing.preview', { root: agreement });
  await supervisee.call('signing.propose', { root: agreement, stamp: again.stamp, note: '' });
  await sync();
  expect((await page(supervisor, agreement)).signing.open).toMatchObject({ by: 'supervisee', current: true });
});

test('the next version begins with my own earlier words unshown, and the other takes theirs over when they like', async () => {
  const pair = await begun();
  const { supervisor, supervisee, agreement, space, sync } = pair;
  expect(await supervisee.tryCall('agreements.begin', { space })).toMatchObject({
    error: { code: 'conflict' },
  });
  await agreeAndSign(pair, agreement, '2027-02-22');
  const { agreement: next } = await supervisee.call('agreements.begin', { space });
  await sync();
  expect((await page(supervisee, next)).mine.map((one) => one.kind).sort()).toEqual([
    'agreementAnswers',
    'arrangements',
  ]);
  const own = (await page(supervisee, next)).mine.find((one) => one.kind === 'arrangements');
  expect(own?.body).toEqual(arranged({ place: 'The quiet room' }));
  const theirs = await page(supervisor, next);
  expect(theirs).toMatchObject({ mine: [], hasEarlierWords: true, view: { previous: agreement } });
  expect(theirs.view.answers[0]).toMatchObject({ supervisee: null, supervisor: null });
  await supervisor.call('agreements.takeOver', { agreement: next });
  expect(await page(supervisor, next)).toMatchObject({ mine: [{}, {}], hasEarlierWords: false });
  expect(await supervisor.tryCall('agreements.takeOver', { agreement: next })).toMatchObject({
    error: { code: 'conflict' },
  });
  const { versions } = await supervisor.call('agreements.list', { space });
  expect(versions.map((one) => [one.agreement, one.state])).toEqual([
    [next, 'begun'],
    [agreement, 'signed'],
  ]);
});

test('an agreement begun by both at once is one in both vaults, and nothing of the other is lost', async () => {
  const pair = await joinedPair();
  open.push(pair);
  const { supervisor, supervisee, space, sync } = pair;
  const ids: string[] = [];
  for (const core of [supervisor, supervisee]) {
    const { agreement } = await core.call('agreements.begin', { space });
    await core.call('agreements.saveAnswers', { agreement, ...noAnswers, wants: `by ${core.root.length}` });
    ids.push(agreement);
  }
  await sync();
  const lists = [];
  for (const core of [supervisor, supervisee]) {
    lists.push(
      (await core.call('agreements.list', { space })).versions.map((one) => [one.agreement, one.aside]),
    );
  }
  const [lower, higher] = ids.sort();
  expect(lists[0]).toEqual([
    [lower, false],
    [higher, true],
  ]);
  expect(lists[1]).toEqual(lists[0]);
});

test('Today says a review day two weeks before, to each alone, until it rests or a next version is begun', async () => {
  const pair = await begun();
  const { supervisor, supervisee, agreement, space } = pair;
  await agreeAndSign(pair, agreement, '2027-02-22');
  const reviews = async (core: TestCore) => (await core.call('agreements.reviews', {})).reviews;
  for (const core of [supervisor, supervisee]) {
    core.platform.setNow('2027-02-07T09:00:00.000Z');
    expect(await reviews(core)).toEqual([]);
    core.platform.setNow('2027-02-08T09:00:00.000Z');
  }
  expect(await reviews(supervisee)).toEqual([
    { space, agreement, otherName: 'Sioned Example', reviewOn: '2027-02-22' },
  ]);
  await supervisee.call('agreements.restReview', { agreement });
  expect(await reviews(supervisee)).toEqual([]);
  expect(await reviews(supervisor)).toHaveLength(1);
  await supervisor.call('agreements.begin', { space });
  expect(await reviews(supervisor)).toEqual([]);
});

test('nothing of an agreement is reachable in Together mode', async () => {
  const { supervisor, space, agreement } = await begun();
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-11-22' });
  await supervisor.call('vault.codeWritten', {});
  await supervisor.call('sessions.enterTogether', { session });
  for (const [method, input] of [
    ['agreements.list', { space }],
    ['agreements.get', { agreement }],
    ['agreements.private', { space }],
    ['agreements.reviews', {}],
    ['agreements.saveAnswers', { agreement, ...noAnswers }],
    ['signing.preview', { root: agreement }],
    ['signing.state', { root: agreement }],
  ] as const) {
    expect(await supervisor.tryCall(method, input)).toMatchObject({ error: { code: 'locked' } });
  }
});
