import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeForCopies, copyFolders, openCopy, type Originals } from './copies.ts';
import { passphrase, startCore, startCoreWithVault, type TestCore, temporaryFolder } from './core.ts';

export type Linked = { readonly core: TestCore; readonly recoveryCode: string };

/** A fresh machine that asks to become another computer of somebody: its six words and its request file. */
export async function askToLink(
  root: string,
  options: { readonly name?: string; readonly now?: string } = {},
): Promise<{ core: TestCore; words: string[]; request: string }> {
  const core = startCore({ root, ...(options.now === undefined ? {} : { now: options.now }) });
  await core.call('vault.create', {
    name: options.name ?? 'The desktop',
    passphrase,
    folder: null,
    backupFolder: null,
    link: true,
  });
  const { pending } = await core.call('link.pending', {});
  if (pending === null) throw new Error('nothing was asked');
  const request = join(root, 'new.twovoice-request');
  await core.call('link.saveRequest', { path: request });
  return { core, words: pending.words, request };
}

/** A second computer for this person, linked as two people with two machines would do it. */
export async function linkDevice(
  old: TestCore & { readonly recoveryCode: string },
  root: string,
  options: { readonly name?: string; readonly now?: string } = {},
): Promise<Linked> {
  const { core, words, request } = await askToLink(root, options);
  const answer = join(root, 'journal.twovoice-answer');
  await old.call('devices.answer', {
    request,
    words: words.join(' '),
    recoveryCode: old.recoveryCode,
    answer,
  });
  const { recoveryCode } = await core.call('link.takeAnswer', { path: answer });
  if (recoveryCode === null) throw new Error('the answer was not taken in');
  await core.call('vault.codeWritten', {});
  return { core, recoveryCode };
}

export type TwoComputers = {
  readonly laptop: TestCore;
  readonly desk: TestCore;
  /** The folder both meet in. */
  readonly folder: string;
  close(): void;
};

/** One person's two computers with a folder of their own. They are linked once for each process of tests; these are copies. */
export async function twoComputers(): Promise<TwoComputers> {
  linked ??= linkOnce();
  const originals = await linked;
  const root = copyFolders(originals);
  const folder = join(root, 'own');
  mkdirSync(folder);
  const [laptop, desk] = [openCopy(originals, root, 'laptop', {}), openCopy(originals, root, 'desk', {})];
  for (const core of [laptop, desk]) await core.call('devices.setFolder', { folder });
  return {
    laptop,
    desk,
    folder,
    close() {
      for (const core of [laptop, desk]) core.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

let linked: Promise<Originals<'laptop' | 'desk'>> | null = null;

async function linkOnce(): Promise<Originals<'laptop' | 'desk'>> {
  const root = temporaryFolder();
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const laptop = await startCoreWithVault({ root: join(root, 'laptop') });
  const { core: desk } = await linkDevice(laptop, join(root, 'desk'));
  return closeForCopies(root, { laptop, desk });
}
