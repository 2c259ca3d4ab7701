import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's `age`, a program others wrote. It knows X25519 recipients and passphrases, not the hybrid ones. */
export function debianAge(folder: string) {
  let count = 0;
  const path = (what: string) => join(folder, `${what}-${++count}`);

  function write(what: string, bytes: string | Uint8Array): string {
    const file = path(what);
    writeFileSync(file, bytes);
    return file;
  }

  return {
    seal(plain: Uint8Array, recipient: string): Buffer {
      return execFileSync('age', ['-r', recipient, write('plain', plain)]);
    },
    open(file: Uint8Array, identity: string): Buffer {
      return execFileSync('age', ['-d', '-i', write('identity', `${identity}\n`), write('sealed', file)]);
    },
    async sealWithPassphrase(plain: Uint8Array, passphrase: string): Promise<Buffer> {
      const out = path('sealed');
      await typeTo(['age', '-p', '-o', out, write('plain', plain)], passphrase);
      return readFileSync(out);
    },
    async openWithPassphrase(file: Uint8Array, passphrase: string): Promise<Buffer> {
      const out = path('plain');
      await typeTo(['age', '-d', '-o', out, write('sealed', file)], passphrase);
      return readFileSync(out);
    },
  };
}

/** It reads a passphrase from a terminal only: `script` gives it one, and each question is answered the same. */
async function typeTo(command: readonly string[], passphrase: string): Promise<void> {
  const child = spawn('script', ['-qefc', command.join(' '), '/dev/null']);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (/passphrase[^:]*: *$/i.test(text.trimEnd())) child.stdin.write(`${passphrase}\n`);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`age ended with ${code}: ${said}`);
}
