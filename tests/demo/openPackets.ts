import { cpSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ownDevice } from '../../electron/core/exchange/identity.ts';
import { passphrase, startCore, type TestCore, temporaryFolder } from '../support/core.ts';
import { filesBelow } from '../support/folderBytes.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import type { Found } from './lookThrough.ts';

type Opened = {
  /** Packets in the folder, each of them opened by everybody it was sent to. */
  readonly packets: number;
  readonly found: readonly Found[];
};

/**
 * Opens every packet in the shared folder as those it was sent to, and looks for words in its whole text. Sealed bytes show nothing, so that only
 * this proves anything. `shown` are words that were shown to each person: a search that does not find them read nothing, and throws.
 */
export async function openPackets(
  folders: { readonly vaults: string; readonly exchange: string },
  words: readonly string[],
  shown: Readonly<Record<string, string>>,
): Promise<Opened> {
  const opened = new Set<string>();
  const found: Found[] = [];
  for (const [person, known] of Object.entries(shown)) {
    const { files, texts } = await openedBy(join(folders.vaults, person), folders.exchange);
    if (!texts.some((text) => text.includes(known)))
      throw new Error(`no packet holds the words that were shown to the ${person}`);
    for (const file of files) opened.add(file);
    for (const text of texts) {
      for (const word of words) {
        if (text.includes(word)) found.push({ word, file: `a packet, opened by the ${person}` });
      }
    }
  }
  const unopened = filesBelow(folders.exchange).filter((file) => !opened.has(file));
  if (unopened.length > 0) throw new Error(`nobody opened these packets: ${unopened.join(', ')}`);
  return { packets: opened.size, found };
}

/** A copy of the vault is opened, so that the demo's own stays as the person left it. */
async function openedBy(vault: string, exchange: string): Promise<{ files: string[]; texts: string[] }> {
  const root = temporaryFolder();
  cpSync(vault, join(root, 'data'), { recursive: true });
  const core = startCore({ root, now: new Date().toISOString() });
  try {
    await core.call('vault.unlock', { passphrase });
    const all = filesBelow(exchange);
    const files = sentTo(core, exchange, all);
    const others = all.filter((file) => !files.includes(file));
    return { files, texts: await packetsSeenBy(core, exchange, others) };
  } finally {
    core.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Those in a space the person is in, from anybody else's device: `<space>/<device>/<number>.age`. */
function sentTo(core: TestCore, exchange: string, files: readonly string[]): string[] {
  const db = core.session().deps.vault.db();
  const spaces = db.prepare('SELECT id FROM space').pluck().all();
  const { id } = ownDevice(db);
  return files.filter((file) => {
    const [space] = relative(exchange, file).split(sep);
    return spaces.includes(space) && basename(dirname(file)) !== id;
  });
}
