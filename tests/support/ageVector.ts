import { inflateSync } from 'node:zlib';

/** One file of the published age test vectors (tests/vectors/age.json), taken apart. */
export type AgeVector = {
  readonly expect: string;
  /** SHA-256 of what it opens to, in hex. */
  readonly payload: string | null;
  readonly identities: readonly string[];
  readonly passphrases: readonly string[];
  readonly file: Buffer;
};

/** `form` in age.json says how the two parts lie in one. */
export function readAgeVector(base64: string): AgeVector {
  const whole = Buffer.from(base64, 'base64');
  const end = whole.indexOf('\n\n');
  const header = whole.subarray(0, end).toString('utf8').split('\n');
  const all = (key: string) =>
    header.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const body = whole.subarray(end + 2);
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0] ?? null,
    identities: all('identity'),
    passphrases: all('passphrase'),
    file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}
