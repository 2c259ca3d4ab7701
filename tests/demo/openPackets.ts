import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../support/folderBytes.ts';
import { passphrase, startCore, temporaryFolder } from '../support/core.ts';
import { packetsSeenBy } from '../support/packetsSeen.ts';
import type { Found } from './lookThrough.ts';

export type Opened = {
  /** Packets, each opened once: by the one it was sent to. */
  readonly packets: number;
  readonly found: readonly Found[];
};

/**
 * Opens every packet in the shared folder as the person it was sent to, and looks for words in its whole text. Sealed bytes show
 * nothing, so that only this proves anything. `shown` are words that were shown: a search that does not find them found nothing
 * because it read nothing, and throws. Vaults are opened as copies; those of the demo stay as the people left them.
 */
export async function openPackets(
  folders: { readonly vaults: string; readonly exchange: string },
  words: readonly string[],
  shown: Readonly<Record<string, string>>,
): Promise<Opened> {
  let packets = 0;
  const found: Found[] = [];
  for (const [receiver, known] of Object.entries(shown)) {
    const texts = await seenBy(join(folders.vaults, receiver), folders.exchange);
    if (!texts.some((text) => text.includes(known)))
      throw new Error(`no packet holds the words that were shown to the ${receiver}`);
    packets += texts.length;
    for (const text of texts) {
      for (const word of words)
        if (text.includes(word)) found.push({ word, file: `a packet, opened by the ${receiver}` });
    }
  }
  const sent = filesBelow(folders.exchange).length;
  if (packets !== sent) throw new Error(`${sent} packets were sent and ${packets} opened`);
  return { packets, found };
}

async function seenBy(vault: string, exchange: string): Promise<string[]> {
  const root = temporaryFolder();
  cpSync(vault, join(root, 'data'), { recursive: true });
  const core = startCore({ root, now: new Date().toISOString() });
  try {
    await core.call('vault.unlock', { passphrase });
    return await packetsSeenBy(core, exchange);
  } finally {
    core.close();
    rmSync(root, { recursive: true, force: true });
  }
}
