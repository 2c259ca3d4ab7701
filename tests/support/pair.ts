import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCoreWithVault, type TestCore, temporaryFolder } from './core.ts';

export type TestPair = {
  readonly supervisor: TestCore;
  readonly supervisee: TestCore & { readonly recoveryCode: string };
  readonly space: string;
  /** The folder both share. */
  readonly folder: string;
  /** Both look into the folder until nothing more moves. */
  sync(): Promise<void>;
  close(): void;
};

/** Two people with a vault each, who swapped cards, compared the words and chose one folder. */
export async function joinedPair(now = '2026-11-22T09:00:00.000Z'): Promise<TestPair> {
  const root = temporaryFolder();
  const folder = join(root, 'shared');
  mkdirSync(folder);
  const supervisor = await startCoreWithVault({
    root: join(root, 'supervisor'),
    name: 'Sioned Example',
    now,
  });
  const supervisee = await startCoreWithVault({ root: join(root, 'supervisee'), name: 'Amir Example', now });
  const cards = [join(root, 'sioned.twovoice-card'), join(root, 'amir.twovoice-card')] as const;
  await supervisor.call('contacts.exportCard', { path: cards[0] });
  await supervisee.call('contacts.exportCard', { path: cards[1] });
  const { contact: amir } = await supervisor.call('contacts.takeCard', { path: cards[1] });
  const { contact: sioned } = await supervisee.call('contacts.takeCard', { path: cards[0] });
  if (amir === null || sioned === null) throw new Error('a card was not taken in');
  const { space } = await supervisor.call('pairs.join', {
    identity: amir.identity,
    words: sioned.words,
    role: 'supervisor',
    folder,
  });
  await supervisee.call('pairs.join', {
    identity: sioned.identity,
    words: amir.words,
    role: 'supervisee',
    folder,
  });
  async function sync(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await supervisor.call('exchange.sync', {});
      await supervisee.call('exchange.sync', {});
    }
  }
  await sync();
  return {
    supervisor,
    supervisee,
    space,
    folder,
    sync,
    close() {
      supervisor.close();
      supervisee.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
