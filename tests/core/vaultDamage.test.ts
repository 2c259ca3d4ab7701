import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../electron/core/db/open.ts';
import { parseHeader } from '../../electron/core/vault/header.ts';
import { readRecoveryCode, writeRecoveryCode } from '../../electron/core/vault/recoveryCode.ts';
import { AppError } from '../../shared/result.ts';
import { passphrase, startCoreWithVault, type TestCore } from '../support/core.ts';

let core: TestCore;
let vault: string;
let key: Buffer;

beforeAll(async () => {
  core = await startCoreWithVault();
  vault = join(core.platform.paths.data, 'vault');
  const db = core.session().deps.vault.db();
  const insert = db.prepare('INSERT INTO setting VALUES (?, ?)');
  for (let number = 0; number < 200; number += 1) insert.run(`note.${number}`, `word ${number} `.repeat(60));
  key = Buffer.from(core.session().deps.vault.state.open?.key ?? []);
  await core.lock();
});

afterAll(() => core.close());

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'nothing was noticed';
  } catch (error) {
    return error instanceof AppError ? error.code : 'unexpected';
  }
}

test('a header with any byte changed, any bit of it, is damaged and never a wrong passphrase', () => {
  const header = readFileSync(join(vault, 'vault.json'));
  for (let at = 0; at < header.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(header);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
      expect(
        codeOf(() => parseHeader(flipped)),
        `byte ${at} bit ${bit}`,
      ).toBe('damaged_vault');
    }
  }
});

test('a header cut short or with something added is damaged', () => {
  const header = readFileSync(join(vault, 'vault.json'));
  for (let length = 0; length < header.length; length += 1) {
    expect(codeOf(() => parseHeader(header.subarray(0, length)))).toBe('damaged_vault');
  }
  expect(codeOf(() => parseHeader(Buffer.concat([header, Buffer.from('\n')])))).toBe('damaged_vault');
});

test('unlocking with a flipped header says damage, with the right passphrase and with a wrong one', async () => {
  const path = join(vault, 'vault.json');
  const previous = join(vault, 'vault.json.prev');
  const [header, before] = [readFileSync(path), readFileSync(previous)];
  writeFileSync(previous, '');
  for (const at of [3, 40, 200, header.length - 3]) {
    const flipped = Buffer.from(header);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    writeFileSync(path, flipped);
    for (const given of [passphrase, 'a wrong passphrase']) {
      expect(await core.tryCall('vault.unlock', { passphrase: given })).toMatchObject({
        error: { code: 'damaged_vault' },
      });
    }
  }
  writeFileSync(path, header);
  writeFileSync(previous, before);
});

test('a bit flipped anywhere in the database is told as damage and never read as words', () => {
  const whole = readFileSync(join(vault, 'vault.db'));
  const folder = join(core.root, 'flipped');
  const everything = () => {
    rmSync(`${join(folder, 'vault.db')}-wal`, { force: true });
    const db = openDatabase(join(folder, 'vault.db'), key);
    try {
      const check = db.pragma('quick_check', { simple: true });
      if (check !== 'ok') throw new AppError('damaged_database', 'quick_check');
      return JSON.stringify(db.prepare('SELECT * FROM setting ORDER BY key').all());
    } finally {
      db.close();
    }
  };
  mkdirSync(folder, { recursive: true });
  cpSync(join(vault, 'vault.db'), join(folder, 'vault.db'));
  const intact = everything();

  const page = 4096;
  const corners = [0, 1, 15, 16, 17, 18, 20, 23, 24, 40, 100, page - 49, page - 33, page - 1];
  const places = new Set<number>();
  for (let start = 0; start < whole.length; start += page) for (const at of corners) places.add(start + at);
  let silent = 0;
  for (const at of places) {
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
    writeFileSync(join(folder, 'vault.db'), flipped);
    try {
      // A flip that nothing depends on may pass, but then every word must be as it was.
      expect(everything()).toBe(intact);
      silent += 1;
    } catch (error) {
      const code = error instanceof AppError ? error.code : (error as { code?: string }).code;
      expect(String(code)).toMatch(/^(damaged_database|SQLITE_(CORRUPT|NOTADB|IOERR).*)$/);
    }
  }
  expect(places.size).toBeGreaterThan(500);
  expect(silent).toBeLessThanOrEqual(places.size / 100);
});

test('a recovery code is read back as it was written, and a slip of the pen is noticed', () => {
  const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(secret, (bytes) => {
      const written = writeRecoveryCode(bytes);
      expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readRecoveryCode(written)).toEqual(Buffer.from(bytes));
      expect(readRecoveryCode(written.toLowerCase().replaceAll('-', '  '))).toEqual(Buffer.from(bytes));
    }),
  );
  // The example of FORMAT.md.
  expect(writeRecoveryCode(Buffer.from('00112233445566778899aabbccddeeff', 'hex'))).toBe(
    '008J-4CT4-ANK7-F24S-NAXW-SQFE-ZXVW',
  );
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const written = writeRecoveryCode(Buffer.from('00112233445566778899aabbccddeeff', 'hex'));
  let unnoticed = 0;
  let slips = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] === '-') continue;
    for (const letter of letters) {
      if (letter === written[at]) continue;
      slips += 1;
      if (readRecoveryCode(written.slice(0, at) + letter + written.slice(at + 1))) unnoticed += 1;
    }
  }
  // Twelve checksum bits let about one slip in 4,096 through; AES-GCM refuses those.
  expect(slips).toBe(28 * 31);
  expect(unnoticed).toBeLessThanOrEqual(3);
});
