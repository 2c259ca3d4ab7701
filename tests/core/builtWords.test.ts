import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltWordsBody, putTogether } from '../../shared/model/builtWords.ts';
import { passphrase } from '../support/core.ts';
import { folderBytes } from '../support/folderBytes.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { nameIt } from '../support/repairs.ts';

let pair: TestPair;
beforeEach(async () => {
  pair = await joinedPair();
});
afterEach(() => pair.close());

const body: BuiltWordsBody = {
  form: 'apology',
  statement: {
    feeling: 'I was afraid.',
    happened: 'You left at ten past.',
    effect: '',
    ask: 'Stay to the end.',
  },
  apology: { did: 'I spoke over you.', landed: '', shouldHave: '', will: 'I will wait.', askNothing: '' },
  words: 'I spoke over you.',
};

test('the boxes are put together in their order, without a word that was not written', () => {
  expect(putTogether(body)).toBe('I spoke over you.\n\nI will wait.');
  expect(putTogether({ ...body, form: 'statement' })).toBe(
    'I was afraid.\n\nYou left at ten past.\n\nStay to the end.',
  );
  const box = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(fc.record({ feeling: box, happened: box, effect: box, ask: box }), (statement) => {
      const words = putTogether({ ...body, form: 'statement', statement });
      const written = [statement.feeling, statement.happened, statement.effect, statement.ask];
      expect(words.replace(/\s/gu, '')).toBe(written.join('').replace(/\s/gu, ''));
    }),
  );
});

test('words being found are kept for each place of their own, and nothing of them leaves or arrives', async () => {
  const { supervisee, supervisor, folder, sync } = pair;
  const about = await nameIt(pair);
  const before = [folderBytes(folder), folderBytes(supervisor.root)];
  await supervisee.call('builtWords.save', { about, body });
  await supervisee.call('builtWords.save', { about: null, body: { ...body, words: 'alone' } });
  await supervisee.call('exchange.sync', {});
  expect([folderBytes(folder), folderBytes(supervisor.root)]).toEqual(before);
  await supervisee.lock();
  await supervisee.call('vault.unlock', { passphrase });
  expect(await supervisee.call('builtWords.get', { about })).toEqual({ body });
  expect((await supervisee.call('builtWords.get', { about: null })).body?.words).toBe('alone');
  await sync();
  expect(await supervisor.call('builtWords.get', { about })).toEqual({ body: null });
});

test('thrown away they are gone with every trace, and words about nothing that is here are refused', async () => {
  const { supervisee } = pair;
  const about = await nameIt(pair);
  await supervisee.call('builtWords.save', { about, body });
  await supervisee.call('builtWords.throwAway', { about });
  expect(await supervisee.call('builtWords.get', { about })).toEqual({ body: null });
  const db = supervisee.session().deps.vault.db();
  expect(db.prepare("SELECT count(*) FROM item WHERE kind = 'builtWords'").pluck().get()).toBe(0);
  expect(await supervisee.tryCall('builtWords.save', { about: 'a'.repeat(26), body })).toMatchObject({
    error: { code: 'not_found' },
  });
});
