import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeForCopies, copyFolders, openCopy, type Originals } from './copies.ts';
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

/**
 * Two people with a vault each, who swapped cards, compared the words and chose one folder. They join once for each process of
 * tests: every pair is a copy of those two vaults, at the same instant.
 */
export async function joinedPair(now = '2026-11-22T09:00:00.000Z'): Promise<TestPair> {
  const made = joined.get(now) ?? joinOnce(now);
  joined.set(now, made);
  const { originals, space, recoveryCode } = await made;
  const root = copyFolders(originals);
  const folder = join(root, 'shared');
  const open = async (who: Who): Promise<TestCore> => {
    const core = openCopy(originals, root, who, { now });
    await core.call('pairs.setFolder', { space, folder });
    return core;
  };
  const supervisor = await open('supervisor');
  const supervisee = { ...(await open('supervisee')), recoveryCode };
  async function sync(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await supervisor.call('exchange.sync', {});
      await supervisee.call('exchange.sync', {});
    }
  }
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

type Who = 'supervisor' | 'supervisee';
type Joined = {
  readonly originals: Originals<Who>;
  readonly space: string;
  readonly recoveryCode: string;
};

/** By the instant they joined. */
const joined = new Map<string, Promise<Joined>>();

async function joinOnce(now: string): Promise<Joined> {
  const root = temporaryFolder();
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'shared');
  mkdirSync(folder);
  const supervisor = await startCoreWithVault({
    root: join(root, 'supervisor'),
    name: 'Sioned Example',
    now,
  });
  const supervisee = await startCoreWithVault({ root: join(root, 'supervisee'), name: 'Amir Example', now });
  const space = await joinTwo(supervisor, supervisee, { root, folder });
  for (const core of [supervisor, supervisee, supervisor, supervisee]) await core.call('exchange.sync', {});
  const originals = await closeForCopies(root, { supervisor, supervisee });
  return { originals, space, recoveryCode: supervisee.recoveryCode };
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
