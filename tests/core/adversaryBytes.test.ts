import { beforeAll, expect, test } from 'vitest';
import { type SmallPacket, smallPacket } from '../support/smallPacket.ts';

let packet: SmallPacket;

beforeAll(async () => {
  packet = await smallPacket();
  expect(await packet.refusal(packet.bytes)).toBeNull();
});

test('a packet cut short is refused as such at every single length', async () => {
  for (let length = 0; length < packet.bytes.length; length += 1) {
    expect(await packet.refusal(packet.bytes.subarray(0, length)), `${length} bytes`).toBe(
      'packet_truncated',
    );
  }
});

test('a packet with any one byte changed is refused, whichever it is', async () => {
  const codes = new Set<string | null>();
  for (let at = 0; at < packet.bytes.length; at += 1) {
    const changed = Uint8Array.from(packet.bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const code = await packet.refusal(changed);
    expect(code, `byte ${at}`).toMatch(/^packet_(truncated|not_for_me)$/);
    codes.add(code);
  }
  // A changed stanza looks like one for somebody else; everything else like a damaged file.
  expect(codes).toEqual(new Set(['packet_truncated', 'packet_not_for_me']));
}, 180_000);

test('bytes after the end of a packet are refused', async () => {
  for (const more of [1, 16, 1000]) {
    const longer = Buffer.concat([packet.bytes, Buffer.alloc(more)]);
    expect(await packet.refusal(longer)).toBe('packet_truncated');
  }
});
