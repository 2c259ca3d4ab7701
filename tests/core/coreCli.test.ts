import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passphrase, temporaryFolder } from '../support/core.ts';
import { filesBelow } from '../support/folderBytes.ts';

const program = join(import.meta.dirname, '../../build/core-cli.ts');

function run(root: string, options: string[], lines: unknown[], secret: string | null = passphrase) {
  mkdirSync(root, { recursive: true });
  const file = join(root, 'secret');
  writeFileSync(file, `${secret ?? ''}\n`);
  const base = ['--vault', join(root, 'data'), '--documents', join(root, 'documents')];
  const fromFd = secret === null ? [] : ['--passphrase-fd', '3'];
  const ended = spawnSync(process.execPath, [program, ...base, ...fromFd, ...options], {
    input: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    stdio: ['pipe', 'pipe', 'pipe', openSync(file, 'r')],
    encoding: 'utf8',
  });
  const answers = ended.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { status: ended.status, stderr: ended.stderr, answers };
}

test('the core answers a line with a line, in order, makes a vault and opens it the next time', () => {
  const root = temporaryFolder();
  const first = run(
    root,
    [],
    [
      { method: 'vault.status', input: {} },
      { method: 'vault.create', input: { name: 'Nia', folder: null, backupFolder: null } },
      'not json',
      { method: 'vault.nothing', input: {} },
      { method: 'vault.status' },
      { method: 'vault.chooseFolder', input: { purpose: 'backup' } },
    ],
  );
  expect(first.status).toBe(0);
  expect(first.answers).toMatchObject([
    { ok: true, value: { state: 'none' } },
    { ok: true, value: { recoveryCode: expect.any(String) } },
    { ok: false, error: { code: 'bad_input' } },
    { ok: false, error: { code: 'unknown_method' } },
    { ok: true, value: { state: 'open', name: 'Nia' } },
    { ok: true, value: { folder: null } },
  ]);
  const second = run(root, [], [{ method: 'vault.status', input: {} }]);
  expect(second.answers).toMatchObject([{ ok: true, value: { state: 'open', name: 'Nia' } }]);
  // Locked at the end: the log was taken in and removed.
  expect(filesBelow(join(root, 'data')).some((path) => path.endsWith('-wal'))).toBe(false);
});

test('a wrong passphrase is the only answer, and the exit code says so', () => {
  const root = temporaryFolder();
  run(root, [], [{ method: 'vault.create', input: { name: 'Nia', folder: null, backupFolder: null } }]);
  const wrong = run(root, [], [{ method: 'vault.status', input: {} }], 'a wrong passphrase');
  expect(wrong.status).toBe(1);
  expect(wrong.answers).toMatchObject([{ ok: false, error: { code: 'wrong_passphrase' } }]);
});

test('without a passphrase the vault stays locked', () => {
  const root = temporaryFolder();
  run(root, [], [{ method: 'vault.create', input: { name: 'Nia', folder: null, backupFolder: null } }]);
  const locked = run(
    root,
    [],
    [
      { method: 'vault.status', input: {} },
      { method: 'contacts.list', input: {} },
    ],
    null,
  );
  expect(locked.answers).toMatchObject([
    { ok: true, value: { state: 'locked' } },
    { ok: false, error: { code: 'locked' } },
  ]);
});

test('a passphrase on the command line is refused in words and never repeated', () => {
  for (const option of [['--passphrase', 'hunter2secret'], ['--passphrase=hunter2secret']]) {
    const refused = run(temporaryFolder(), option, []);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--passphrase-fd');
    expect(refused.stderr).not.toContain('hunter2secret');
  }
});

test('wrong options say how it is used', () => {
  expect(run(temporaryFolder(), ['--nonsense'], []).stderr).toContain('npm run core');
  expect(run(temporaryFolder(), ['--passphrase-fd', '0'], [], null).stderr).toContain('Standard input');
});
