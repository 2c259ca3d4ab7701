import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { passphrase } from './core.ts';

/** A core in a process of its own, which can be killed for real. */
export type KillableCore = {
  call(method: string, input: unknown): Promise<unknown>;
  /** Asks and does not wait: for a call in the middle of which it is killed. */
  begin(method: string, input: unknown): void;
  kill(): Promise<void>;
};

/** Over the vault of a profile that is locked here; it is unlocked before the first call. */
export function spawnCore(root: string): KillableCore {
  writeFileSync(join(root, 'passphrase'), `${passphrase}\n`);
  const child = spawn(process.execPath, [
    join(import.meta.dirname, '../../build/core-cli.ts'),
    ...['--vault', join(root, 'data'), '--documents', join(root, 'documents')],
    ...['--passphrase-file', join(root, 'passphrase')],
  ]);
  // Killed in the middle of an answer or a question: that is what these tests do.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const write = (method: string, input: unknown) =>
    child.stdin.write(`${JSON.stringify({ method, input })}\n`);
  return {
    async call(method, input) {
      write(method, input);
      const { value } = await lines.next();
      return JSON.parse(String(value));
    },
    begin: write,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
