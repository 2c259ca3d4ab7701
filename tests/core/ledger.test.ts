import { afterEach, expect, test } from 'vitest';
import { appendLedger, firstLedgerBreak, ledgerHead } from '../../electron/core/exchange/ledger.ts';
import { startCoreWithVault, type TestCore } from '../support/core.ts';

let core: TestCore;
afterEach(() => core.close());

async function ledgerOfFive() {
  core = await startCoreWithVault();
  const db = core.session().deps.vault.db();
  for (let act = 0; act < 5; act += 1)
    appendLedger(db, core.platform.now(), 'given', null, `short text ${act}`);
  return db;
}

test('a ledger that nobody touched is whole, and its head is its newest entry', async () => {
  const db = await ledgerOfFive();
  expect(firstLedgerBreak(db)).toBeNull();
  expect(ledgerHead(db)).toBe(db.prepare('SELECT hash FROM ledger ORDER BY number DESC').pluck().get());
});

test('a changed, removed or swapped entry is found where it stands', async () => {
  const db = await ledgerOfFive();
  const changes: [string, number][] = [
    [`UPDATE ledger SET bytes = replace(bytes, '"given"', '"joined"') WHERE number = 3`, 3],
    ['DELETE FROM ledger WHERE number = 2', 3],
    ['UPDATE ledger SET previous = hash WHERE number = 4', 4],
  ];
  for (const [change, where] of changes) {
    db.exec('SAVEPOINT before_change');
    db.exec(change);
    expect(firstLedgerBreak(db), change).toBe(where);
    db.exec('ROLLBACK TO before_change');
    db.exec('RELEASE before_change');
  }
  expect(firstLedgerBreak(db)).toBeNull();
});

test('the ledger holds no text that an act was about', async () => {
  const db = await ledgerOfFive();
  const all = (db.prepare('SELECT bytes FROM ledger').pluck().all() as string[]).join('\n');
  expect(all).not.toContain('short text');
});
