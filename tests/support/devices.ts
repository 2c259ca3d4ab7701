import { join } from 'node:path';
import { passphrase, startCore, type TestCore } from './core.ts';

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
