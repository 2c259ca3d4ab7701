import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSetting } from '../../electron/core/db/setting.ts';
import { passphrase, startCoreWithVault, type TestCore } from '../support/core.ts';

const unset = {
  helpLine: null,
  limits: null,
  routePast: null,
  formalRoutes: null,
  names: [],
  organisation: null,
};
let core: TestCore;

beforeEach(async () => {
  core = await startCoreWithVault();
});
afterEach(() => core.close());

test('A fresh vault has the usual texts and no names', async () => {
  expect(await core.call('settings.get', {})).toEqual(unset);
});

test('Changing one setting leaves the others, and all of them outlive a lock', async () => {
  await core.call('settings.set', { helpLine: 'Ring the duty desk.', names: ['Blodwen Example'] });
  const formalRoutes = 'Ring the dignity line.\nOr write to HR.';
  await core.call('settings.set', { organisation: 'Cyngor Example', formalRoutes });
  await core.call('settings.set', { helpLine: null });
  await core.lock();
  expect(await core.tryCall('settings.get', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
  await core.call('vault.unlock', { passphrase });
  expect(await core.call('settings.get', {})).toEqual({
    ...unset,
    names: ['Blodwen Example'],
    organisation: 'Cyngor Example',
    formalRoutes,
  });
});

test('An empty text, an unknown setting or a name without letters is refused and changes nothing', async () => {
  await core.call('settings.set', { limits: 'As agreed with the team.' });
  for (const wrong of [
    { limits: '  ' },
    { formalRoutes: '' },
    { colour: 'red' },
    { names: [''] },
    { names: 'Blodwen' },
  ]) {
    expect(await core.tryCall('settings.set', wrong)).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  }
  expect(await core.call('settings.get', {})).toEqual({ ...unset, limits: 'As agreed with the team.' });
});

test('A setting in a shape of another version counts as unset, and the rest still reads', async () => {
  await core.call('settings.set', { organisation: 'Cyngor Example' });
  writeSetting(core.session().deps.vault.db(), 'settings.names', JSON.stringify({ people: ['Blodwen'] }));
  expect(await core.call('settings.get', {})).toEqual({ ...unset, organisation: 'Cyngor Example' });
});
