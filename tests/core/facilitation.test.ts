import { readFileSync, rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { openPacket } from '../../electron/core/exchange/packet.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { adversary } from '../support/adversary.ts';
import type { TestCore } from '../support/core.ts';
import { linkDevice } from '../support/devices.ts';
import { filesBelow } from '../support/folderBytes.ts';
import { canaries, repairOfThree, showThere, type WithThird } from '../support/third.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function start(): Promise<WithThird> {
  const all = await repairOfThree();
  open.push(all);
  return all;
}

const dbOf = (person: TestCore) => person.session().deps.vault.db();
const view = async (person: TestCore, space: string) =>
  (await person.call('facilitations.get', { space })).view;
const account = { what: 'account', howItWas: 'I felt small.', myPart: 'I went quiet.' } as const;
const heardWords = {
  what: 'words',
  heard: 'Two people in a hurry.',
  nextStep: 'Ten minutes, on Friday.',
} as const;

/** The revisions of all packets under a folder that this person can open, but their own. */
async function openedBy(
  person: TestCore,
  folder: string,
): Promise<{ space: string; kind: string; text: string }[]> {
  const db = dbOf(person);
  const { id, ageIdentity } = ownDevice(db);
  const found: { space: string; kind: string; text: string }[] = [];
  for (const file of filesBelow(folder)) {
    const [device] = file.split('/').slice(-2);
    const sign = db.prepare('SELECT sign FROM device WHERE id = ?').pluck().get(device);
    if (device === id || typeof sign !== 'string') continue;
    const packet = await openPacket(readFileSync(file), [ageIdentity], sign).catch(() => null);
    for (const { bytes } of packet?.payload.revisions ?? []) {
      const { space, kind } = JSON.parse(bytes) as { space: string; kind: string };
      found.push({ space, kind, text: bytes });
    }
  }
  return found;
}

test('of everything that crosses, a third person can open what was shown to her there, and her invitation', async () => {
  const all = await start();
  const { sioned, amir, nia, space, folder, rupture, sync } = all;
  await amir.call('facilitations.saveAccount', { space, howItWas: 'canary-typed', myPart: '' });
  await showThere(amir, space, account);
  await showThere(sioned, space, { what: 'need', need: 'Time.', iWill: 'I will leave ten minutes.' });
  await amir.call('ruptures.answerGate', { item: rupture, gate: 'no' });
  await sync();
  await amir.call('ruptures.answerGate', { item: rupture, gate: 'notSure' });
  await sync();
  const opened = await openedBy(nia, folder);
  expect(new Set(opened.filter((one) => one.space === space).map((one) => one.kind))).toEqual(
    new Set(['facilitationHere', 'facilitationAccount', 'facilitationNeed', 'facilitationEnd']),
  );
  expect(new Set(opened.filter((one) => one.space !== space).map((one) => one.kind))).toEqual(
    new Set(['member', 'facilitationInvite']),
  );
  const text = opened.map((one) => one.text).join('\n');
  for (const hidden of [...Object.values(canaries), 'canary-typed', rupture, 'notSure']) {
    expect(text, hidden).not.toContain(hidden);
  }
  expect(text).toContain('I felt small.');
  const kinds = dbOf(nia).prepare('SELECT DISTINCT kind FROM item').pluck().all() as string[];
  expect(kinds.filter((kind) => kind.startsWith('rupture'))).toEqual([]);
});

test('each copy is seen by the two others, the same for all three, and the pair says what it has heard', async () => {
  const { sioned, amir, nia, space, sync } = await start();
  await showThere(amir, space, account);
  await showThere(nia, space, heardWords);
  await sync();
  const { supervisee } = await view(sioned, space);
  await sioned.call('facilitations.hear', { space, hash: supervisee.account?.hash ?? '', answer: 'heard' });
  await sync();
  const seen = [await view(sioned, space), await view(amir, space), await view(nia, space)];
  expect(new Set(seen.map(toCanonical)).size).toBe(1);
  expect(seen[0]).toMatchObject({
    supervisee: { account: { howItWas: 'I felt small.', heard: 'heard' }, need: null },
    supervisor: { account: null },
    facilitator: { words: { heard: 'Two people in a hurry.', nextStep: 'Ten minutes, on Friday.' } },
  });
  // What one has not shown, and what was shown in the repair, is not copied by anything but its owner's hand.
  expect(await sioned.call('facilitations.get', { space })).toMatchObject({
    own: { account: { howItWas: canaries.account, myPart: canaries.myPart }, need: null },
  });
  expect((await nia.call('facilitations.get', { space })).own).toBeNull();
  await amir.call('facilitations.takeBack', { space, what: 'account' });
  await sync();
  expect((await view(nia, space)).supervisee.account).toBeNull();
  expect((await amir.call('facilitations.get', { space })).drafts.account?.howItWas).toBe('I felt small.');
});

test('words go only as they were seen, only in one’s own part, and only when all three are there', async () => {
  const all = await start();
  const { sioned, amir, nia, space } = all;
  const refused = async (by: TestCore, method: string, input: object, code: string) => {
    expect(await by.tryCall(method, { space, ...input }), method).toMatchObject({ error: { code } });
  };
  await amir.call('facilitations.saveAccount', { space, howItWas: 'One.', myPart: '' });
  const { drafts } = await amir.call('facilitations.get', { space });
  await amir.call('facilitations.saveAccount', { space, howItWas: 'Two.', myPart: '' });
  const stamp = drafts.account?.stamp ?? '';
  await refused(amir, 'facilitations.show', { what: 'account', stamp }, 'conflict');
  await refused(nia, 'facilitations.saveAccount', { howItWas: 'x', myPart: '' }, 'not_yours');
  await refused(amir, 'facilitations.saveWords', { heard: 'x', nextStep: '' }, 'not_yours');
  await refused(nia, 'facilitations.hear', { hash: 'a'.repeat(64), answer: 'heard' }, 'not_yours');
  await refused(sioned, 'facilitations.hear', { hash: 'a'.repeat(64), answer: 'heard' }, 'not_newest');
  await sioned.call('facilitations.saveNeed', { space, need: ' ', iWill: '', by: '2026-11-25' });
  const empty = (await sioned.call('facilitations.get', { space })).drafts.need?.stamp ?? '';
  await refused(sioned, 'facilitations.show', { what: 'need', stamp: empty }, 'bad_input');
  dbOf(sioned).exec(
    "UPDATE shown SET body = NULL WHERE item IN (SELECT id FROM item WHERE kind = 'facilitationHere' AND owner = (SELECT id FROM identity WHERE name = 'Nia Example'))",
  );
  await sioned.call('facilitations.saveNeed', { space, need: 'Time.', iWill: '', by: null });
  const need = (await sioned.call('facilitations.get', { space })).drafts.need?.stamp ?? '';
  await refused(sioned, 'facilitations.show', { what: 'need', stamp: need }, 'stage_skipped');
  await sioned.call('facilitations.discard', { space, what: 'need' });
  expect((await sioned.call('facilitations.get', { space })).drafts.need).toBeNull();
});

test('any of the three ends it for all: nothing more is sealed there, and all of it stays readable', async () => {
  for (const who of ['amir', 'nia'] as const) {
    const all = await start();
    const { space, folder, sync } = all;
    await showThere(all.amir, space, account);
    await sync();
    // Shown, and not sent yet: it is not sent after the end.
    await showThere(
      all[who],
      space,
      who === 'nia' ? heardWords : { what: 'need', need: 'canary-late', iWill: '' },
    );
    await all[who].call('facilitations.end', { space });
    await sync();
    const sealed = filesBelow(`${folder}/${space}`);
    for (const person of [all.sioned, all.amir, all.nia]) {
      const page = await person.call('facilitations.get', { space });
      expect(page.endedAt).not.toBeNull();
      expect(page.view.supervisee.account?.howItWas).toBe('I felt small.');
      const part = page.me === 'facilitator' ? 'saveWords' : 'saveAccount';
      const words = page.me === 'facilitator' ? { heard: 'x', nextStep: '' } : { howItWas: 'x', myPart: '' };
      // What was being typed stays its writer's; it can be thrown away, and goes nowhere.
      await person.call(`facilitations.${part}`, { space, ...words } as never);
      for (const [method, input] of [
        ['show', { what: page.me === 'facilitator' ? 'words' : 'account', stamp: 'a'.repeat(64) }],
        ['takeBack', { what: page.me === 'facilitator' ? 'words' : 'account' }],
        ['end', {}],
      ] as const) {
        expect(await person.tryCall(`facilitations.${method}`, { space, ...input })).toMatchObject({
          error: { code: 'third_ended' },
        });
      }
      const what = page.me === 'facilitator' ? 'words' : 'account';
      expect((await person.call('facilitations.get', { space })).drafts[what]).toMatchObject(words);
      person.platform.advance(3 * 86_400_000);
    }
    await sync();
    expect(filesBelow(`${folder}/${space}`)).toEqual(sealed);
    for (const person of [all.sioned, all.amir, all.nia]) {
      const { me } = await person.call('facilitations.get', { space });
      const what = me === 'facilitator' ? 'words' : 'account';
      await person.call('facilitations.discard', { space, what });
      expect((await person.call('facilitations.get', { space })).drafts[what]).toBeNull();
    }
    const crossed = (await openedBy(who === 'nia' ? all.amir : all.nia, folder))
      .map((one) => one.text)
      .join();
    expect(crossed).not.toContain('canary-late');
    expect(crossed).not.toContain('Two people in a hurry.');
  }
});

type Crossed = { space: string; kind: string; text: string };
/** What crossed, without what is random or a hash of it. */
const withoutIds = (all: readonly Crossed[], parts: (one: Crossed) => boolean) =>
  all.filter(parts).map(({ text }) => {
    const { item: _item, parents: _parents, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return toCanonical(rest);
  });

test('ending it by the gate, by letting it rest and by the button is one and the same statement', async () => {
  const ends: { third: string[]; pair: string[] }[] = [];
  for (const how of ['gate', 'rest', 'button'] as const) {
    const { sioned, amir, nia, space, rupture, folder, sync } = await start();
    if (how === 'gate') await amir.call('ruptures.answerGate', { item: rupture, gate: 'yes' });
    if (how === 'rest') await amir.call('ruptures.pause', { item: rupture, paused: true });
    if (how === 'button') await amir.call('facilitations.end', { space });
    await sync();
    ends.push({
      third: withoutIds(await openedBy(nia, folder), (one) => one.kind === 'facilitationEnd').map((text) =>
        text.replaceAll(space, 'SPACE'),
      ),
      pair: withoutIds(await openedBy(sioned, folder), (one) => one.kind === 'rupturePaused'),
    });
    expect((await nia.call('facilitations.get', { space })).endedAt).not.toBeNull();
  }
  const [gate, rest, button] = ends;
  expect(gate?.third).toHaveLength(1);
  expect([rest?.third, button?.third]).toEqual([gate?.third, gate?.third]);
  // The other of the pair cannot tell a gate from a rest either: both end it and rest the repair.
  expect(gate?.pair).toHaveLength(1);
  expect(rest?.pair).toEqual(gate?.pair);
  expect(button?.pair).toEqual([]);
});

test('when the pair ends, so does what a third person came to', async () => {
  const { sioned, amir, nia, space, sync } = await start();
  const [pair] = (await amir.call('pairs.list', {})).pairs;
  await amir.call('leaving.leave', { space: pair?.space ?? '' });
  expect((await amir.call('facilitations.get', { space })).endedAt).not.toBeNull();
  await sync();
  for (const person of [sioned, nia]) {
    expect((await person.call('facilitations.get', { space })).endedAt).not.toBeNull();
  }
});

test('when one of the three is believed no more, since they lost their vault, it ends', async () => {
  const { sioned, amir, space, sync } = await start();
  dbOf(sioned).exec("UPDATE identity SET state = 'former' WHERE name = 'Nia Example'");
  await sync();
  expect((await amir.call('facilitations.get', { space })).endedAt).not.toBeNull();
});

test('a facilitator with a program of her own puts nothing into the pair’s mouths, and nothing else into the space', async () => {
  const { sioned, amir, nia, space, folder, sync } = await start();
  await showThere(amir, space, account);
  await sync();
  const { supervisee } = await view(nia, space);
  const { item, hash } = supervisee.account ?? { item: '', hash: '' };
  const evil = adversary(nia, sioned, space, folder);
  const own = { howItWas: 'Put in.', myPart: '' };
  const amirs = (await amir.call('pairs.list', {})).pairs[0]?.me.identity ?? '';
  await evil.lay(
    evil.payload([
      evil.revision({ kind: 'facilitationAccount', body: own }),
      evil.revision({ kind: 'facilitationAccount', by: amirs, body: own }),
      evil.revision({ kind: 'facilitationAccount', item, body: own }),
      evil.revision({ kind: 'facilitationNeed', body: { need: 'x', iWill: '', by: null } }),
      evil.revision({ kind: 'facilitationHeard', body: { answer: 'heard', hash } }),
      evil.revision({ kind: 'rupture', body: { words: 'x', myPart: '' } }),
      evil.revision({ kind: 'session' }),
      evil.revision({ kind: 'facilitationEnd', by: amirs, body: {} }),
      evil.revision({ kind: 'facilitationWords', body: { heard: 'Her own.', nextStep: '' } }),
    ]),
  );
  await sioned.call('exchange.sync', {});
  expect(await sioned.call('facilitations.get', { space })).toMatchObject({
    endedAt: null,
    view: {
      supervisee: { account: { howItWas: 'I felt small.', heard: null } },
      supervisor: { account: null, need: null },
      facilitator: { words: { heard: 'Her own.' } },
    },
  });
  expect((await sioned.call('ruptures.list', {})).shared).toHaveLength(1);
  // The pair's words are not the facilitator's either.
  const his = adversary(amir, sioned, space, folder);
  await his.lay(
    his.payload([his.revision({ kind: 'facilitationWords', body: { heard: 'Put in.', nextStep: '' } })]),
  );
  await sioned.call('exchange.sync', {});
  expect((await view(sioned, space)).facilitator.words?.heard).toBe('Her own.');
});

test('what somebody still sends after the end is not taken in, and an end cannot be undone', async () => {
  const { sioned, amir, nia, space, folder, sync } = await start();
  await amir.call('facilitations.end', { space });
  await sync();
  const evil = adversary(nia, sioned, space, folder);
  const end = evil.revision({ kind: 'facilitationEnd', body: {} });
  const { item } = JSON.parse(end.bytes) as { item: string };
  await evil.lay(
    evil.payload([
      evil.revision({ kind: 'facilitationWords', body: { heard: 'One more thing.', nextStep: '' } }),
      end,
      evil.revision({ kind: 'facilitationEnd', item, parents: [end.hash], body: null }),
    ]),
  );
  await sioned.call('exchange.sync', {});
  const page = await sioned.call('facilitations.get', { space });
  expect(page).toMatchObject({
    view: { facilitator: { words: null } },
    exchange: { setAside: [], refused: [] },
  });
  expect(page.endedAt).not.toBeNull();
});

test('whoever missed the end and asks is told of it again, and of nothing else', async () => {
  const { sioned, amir, nia, space, folder } = await start();
  await showThere(amir, space, account);
  await amir.call('exchange.sync', {});
  await amir.call('facilitations.end', { space });
  // The words are in the one packet, the end in the next; the words' packet gets lost.
  const before = filesBelow(`${folder}/${space}`);
  await amir.call('exchange.sync', {});
  const mine = ownDevice(dbOf(amir)).id;
  const words = before.filter((file) => file.includes(mine)).at(-1) ?? '';
  rmSync(words);
  for (let round = 0; round < 3; round += 1) {
    for (const person of [nia, sioned, amir]) {
      person.platform.advance(6 * 60_000);
      await person.call('exchange.sync', {});
    }
  }
  await nia.call('exchange.sync', {});
  const page = await nia.call('facilitations.get', { space });
  expect(page.endedAt).not.toBeNull();
  expect(page.view.supervisee.account).toBeNull();
});

test('another computer of one’s own has the same space, and hears of the end', async () => {
  const { sioned, amir, space, folder, root, sync } = await start();
  await showThere(amir, space, account);
  await sync();
  const desk = await linkDevice(amir, `${root}/desk`);
  open.push(desk.core);
  await desk.core.call('facilitations.setFolder', { space, folder });
  await desk.core.call('exchange.sync', {});
  await sync();
  expect(await view(desk.core, space)).toEqual(await view(sioned, space));
  await sioned.call('facilitations.end', { space });
  await sync();
  await desk.core.call('exchange.sync', {});
  expect((await desk.core.call('facilitations.get', { space })).endedAt).not.toBeNull();
});

test('the ledger of both names whom they asked, that she came, what they gave, and the end', async () => {
  const { sioned, amir, nia, space, sync } = await start();
  await showThere(amir, space, account);
  await sync();
  await amir.call('facilitations.end', { space });
  await sync();
  const said = async (person: TestCore) => {
    const { lines } = await person.call('ledger.list', {
      act: null,
      person: null,
      from: null,
      until: null,
      words: '',
      limit: 50,
    });
    return lines.map((line) => line.sentence).join('\n');
  };
  for (const person of [sioned, amir]) {
    const text = await said(person);
    expect(text).toContain('You both asked Nia Example');
    expect(text).toContain('Nia Example came as a third person.');
    expect(text).toContain('A repair with a third person ended');
  }
  expect(await said(amir)).toContain(
    'You gave Nia Example, Sioned Example: words in a repair with a third person.',
  );
  expect(await said(nia)).toContain(
    'You came to a repair with a third person, with Amir Example, Sioned Example.',
  );
});

test('Together mode reaches no third person and nothing said with one', async () => {
  const { sioned, space, rupture } = await start();
  const [pair] = (await sioned.call('pairs.list', {})).pairs;
  const { session } = await sioned.call('sessions.create', { space: pair?.space ?? '', date: '2026-11-24' });
  await sioned.call('vault.codeWritten', {});
  await sioned.call('sessions.enterTogether', { session });
  for (const [method, input] of [
    ['thirds.ofRepair', { rupture }],
    ['facilitations.list', {}],
    ['facilitations.get', { space }],
    ['facilitations.end', { space }],
  ] as const) {
    expect(await sioned.tryCall(method, input), method).toMatchObject({ error: { code: 'locked' } });
  }
});
