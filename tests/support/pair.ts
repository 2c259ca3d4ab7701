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
  const space = await joinTwo(supervisor, supervisee, { root, folder });
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

/** Two people swap cards, compare the words and choose one folder. Returns their pair's space. */
export async function joinTwo(
  supervisor: TestCore,
  supervisee: TestCore,
  at: { readonly root: string; readonly folder: string },
): Promise<string> {
  const theirs = await swap(supervisee, supervisor, at.root);
  const mine = await swap(supervisor, supervisee, at.root);
  const { space } = await supervisor.call('pairs.join', {
    identity: theirs.identity,
    words: mine.words,
    role: 'supervisor',
    folder: at.folder,
  });
  await supervisee.call('pairs.join', {
    identity: mine.identity,
    words: theirs.words,
    role: 'supervisee',
    folder: at.folder,
  });
  return space;
}

/** `to` takes in the card of `from`. */
async function swap(from: TestCore, to: TestCore, root: string) {
  const path = join(root, 'swapped.twovoice-card');
  await from.call('contacts.exportCard', { path });
  const { contact } = await to.call('contacts.takeCard', { path });
  if (contact === null) throw new Error('a card was not taken in');
  return contact;
}
