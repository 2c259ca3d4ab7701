import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statementsOf } from '../../electron/core/items/read.ts';
import { adversary } from '../support/adversary.ts';
import { joinedPair } from '../support/pair.ts';
import { smallPacket } from '../support/smallPacket.ts';

test('a packet with any one bit changed is refused, whichever it is', async () => {
  const packet = await smallPacket();
  for (let bit = 0; bit < packet.bytes.length * 8; bit += 1) {
    const changed = Uint8Array.from(packet.bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await packet.refusal(changed), `bit ${bit}`).toMatch(/^packet_(truncated|not_for_me)$/);
  }
});

test('a vault takes in no packet with any byte changed or missing, says so each time, and takes the whole one in', async () => {
  const pair = await joinedPair();
  const { supervisee, supervisor, space, folder } = pair;
  const evil = adversary(supervisor, supervisee, space, folder);
  const path = await evil.lay(evil.payload([evil.revision({})]));
  const whole = readFileSync(path);
  const db = supervisee.session().deps.vault.db();
  const judged = async (bytes: Uint8Array, what: string) => {
    writeFileSync(path, bytes);
    await supervisee.call('exchange.sync', {});
    const { exchange } = await supervisee.call('pairs.get', { space });
    expect(exchange.setAside.length, what).toBe(1);
    expect(statementsOf(db, 'session', space), what).toEqual([]);
  };
  for (let at = 0; at < whole.length; at += 1) {
    await judged(whole.subarray(0, at), `${at} bytes`);
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    await judged(changed, `byte ${at}`);
  }
  writeFileSync(path, whole);
  await supervisee.call('exchange.sync', {});
  expect(statementsOf(db, 'session', space)).toHaveLength(1);
  pair.close();
});
