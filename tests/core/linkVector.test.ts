import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkKey, linkMac } from '../../electron/core/exchange/linkKey.ts';
import {
  checkLinkWords,
  linkRequestHash,
  type LinkRequest,
  makeLinkRequest,
  readLinkRequest,
} from '../../electron/core/exchange/linkRequest.ts';
import { rootFromSeed } from '../../electron/core/vault/rootKey.ts';
import { publicKeyToText } from '../../electron/core/exchange/signature.ts';

const words = ['abacus', 'zoom', 'herald', 'gulp', 'thirty', 'visible'];
const salt = Buffer.alloc(16, 7).toString('base64');
const device = rootFromSeed(Buffer.alloc(32, 1));
const ask = {
  name: 'Desk',
  at: '2026-11-22T09:00:00.000Z',
  salt,
  sign: publicKeyToText(device.publicKey),
  recipient: `age1${'q'.repeat(58)}`,
};
const format = readFileSync(new URL('../../electron/core/exchange/FORMAT.md', import.meta.url), 'utf8');

test('The key, the request and its hash are what FORMAT.md gives as an example', async () => {
  const request = await makeLinkRequest(ask, device.privateKey, words);
  const key = await linkKey(words, Buffer.from(salt, 'base64'));
  const answer = linkMac('link-answer', key, [
    Buffer.from(linkRequestHash(request), 'hex'),
    Buffer.from('abc'),
  ]);
  for (const value of [
    words.join(' '),
    key.toString('hex'),
    request.mac,
    linkRequestHash(request),
    answer.toString('hex'),
  ]) {
    expect(format).toContain(value);
  }
});

test('A request reads back as it was, and only its own six words fit it', async () => {
  const request: LinkRequest = await makeLinkRequest(ask, device.privateKey, words);
  expect(readLinkRequest(JSON.stringify(request))).toEqual(request);
  await checkLinkWords(request, words);
  await expect(checkLinkWords(request, [...words].reverse())).rejects.toMatchObject({ code: 'link_words' });
});
