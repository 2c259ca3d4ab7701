import { afterEach, expect, test } from 'vitest';
import { folderBytes } from '../support/folderBytes.ts';
import {
  askNia,
  comeIn,
  repairOfThree,
  repairOfTwo,
  showThere,
  suggestNia,
  type WithThird,
} from '../support/third.ts';

let open: WithThird | null = null;

async function start(made: Promise<WithThird>): Promise<WithThird> {
  open = await made;
  return open;
}
afterEach(() => {
  open?.close();
  open = null;
});

test('two ask a third person only once both have said yes to exactly her, and she learns nothing before', async () => {
  const all = await start(repairOfTwo());
  const { sioned, amir, nia, rupture, folder, sync } = all;
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
  expect((await nia.call('facilitations.list', {})).invitations).toEqual([]);
  await amir.call('thirds.sayYes', { rupture, hash });
  await sync();
  expect((await nia.call('facilitations.list', {})).invitations).toEqual([]);
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
    expect(await person.call('facilitations.get', { space })).toMatchObject({
      isComplete: true,
      endedAt: null,
    });
  }
  void askNia;
  void repairOfThree;
  void showThere;
  void folderBytes;
});
