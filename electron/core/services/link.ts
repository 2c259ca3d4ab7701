import { rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { linkAnswerLimit } from '../exchange/linkAnswer.ts';
import { pendingLink, takeLinkAnswer } from '../exchange/linking.ts';
import { writeSmallFile } from '../files.ts';
import { toCanonical } from '../items/canonical.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import { closeVault } from '../vault/lock.ts';
import { writePreferences } from '../vault/preferencesFile.ts';
import { codeToWriteDown } from '../vault/recover.ts';
import { openVault } from '../vault/vault.ts';

function getPending(deps: Deps): Output<'link.pending'> {
  const pending = pendingLink(deps.vault.db());
  return {
    pending: pending === null ? null : { words: [...pending.words], name: pending.request.name },
  };
}

async function saveRequest(
  deps: Deps,
  input: Input<'link.saveRequest'>,
): Promise<Output<'link.saveRequest'>> {
  const { request } = mustPend(deps);
  const path =
    input.path ??
    (await deps.platform.chooseNewFile({
      title: dialogTitle(deps.platform, 'dialogs.linkRequest'),
      name: 'new computer.twovoice-request',
      extensions: ['twovoice-request'],
    }));
  if (path === null) return { path: null };
  try {
    writeSmallFile(path, Buffer.from(`${toCanonical(request)}\n`, 'utf8'));
  } catch {
    throw new AppError('file_unwritable', 'the request could not be written there');
  }
  return { path };
}

/** The journal arrives. The recovery code is this vault's own; it is shown until it was written down, as for any new vault. */
async function takeAnswer(deps: Deps, input: Input<'link.takeAnswer'>): Promise<Output<'link.takeAnswer'>> {
  mustPend(deps);
  const title = dialogTitle(deps.platform, 'dialogs.linkAnswer');
  const path = input.path ?? (await deps.platform.chooseFile({ title, extensions: ['twovoice-answer'] }));
  if (path === null) return { recoveryCode: null };
  const bytes = await readBounded(path);
  const recoveryCode = codeToWriteDown(openVault(deps.vault.state));
  if (recoveryCode === null) throw new AppError('unexpected', 'a vault that waits has lost its code');
  await takeLinkAnswer(deps, bytes, recoveryCode);
  return { recoveryCode };
}

/** Only ever an empty vault: one that waits for an answer holds nothing but its own keys. */
function giveUp(deps: Deps): Promise<Output<'link.giveUp'>> {
  const { platform, vault } = deps;
  return vault.alone(async () => {
    mustPend(deps);
    const { folder } = openVault(vault.state);
    closeVault(vault.state);
    rmSync(folder, { recursive: true, force: true });
    writePreferences(platform, { vaultFolder: null });
    return {};
  });
}

function mustPend(deps: Deps) {
  const pending = pendingLink(deps.vault.db());
  if (pending === null) throw new AppError('not_found', 'this vault waits for no answer');
  return pending;
}

async function readBounded(path: string): Promise<Buffer> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new AppError('file_unreadable', 'this file could not be read');
  if (info.size > linkAnswerLimit) throw new AppError('link_too_large', 'no answer is as large as this file');
  return readFile(path).catch(() => {
    throw new AppError('file_unreadable', 'this file could not be read');
  });
}

export const linkApi = {
  'link.pending': getPending,
  'link.saveRequest': saveRequest,
  'link.takeAnswer': takeAnswer,
  'link.giveUp': giveUp,
};
