import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireNode24 } from './nodeVersion.ts';

const usage = `npm run core -- --vault DIR [--passphrase-fd N | --passphrase-file FILE] [--documents DIR]

Runs the core without a window. DIR is the profile's data folder (it holds vault/ and preferences.json).
Standard input: one call a line, {"method":"vault.status","input":{}}.
Standard output: one answer a line, in the same order, {"ok":true,"value":…} or {"ok":false,"error":{"code":…,"message":…}}.
The passphrase comes from a file descriptor or a file; a vault that is there is unlocked before the first call, and
vault.create, vault.unlock use it when their input has none. The vault is locked at the end of the input.`;

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  const given = process.argv.slice(2);
  if (given.some((argument) => /^--passphrase(=|$)/.test(argument))) {
    stop(
      'A passphrase on the command line is seen by every program: use --passphrase-fd or --passphrase-file.',
    );
  }
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        vault: { type: 'string' },
        documents: { type: 'string' },
        'passphrase-fd': { type: 'string' },
        'passphrase-file': { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help || values.vault === undefined) stop(usage);
    return { ...values, vault: values.vault };
  } catch {
    return stop(usage);
  }
}

/** The first line of the file or descriptor; null when neither was named. */
function readPassphrase(fd: string | undefined, file: string | undefined): string | null {
  if (fd !== undefined && file !== undefined) stop('Give --passphrase-fd or --passphrase-file, not both.');
  if (fd === '0') stop('Standard input carries the calls: use another file descriptor for the passphrase.');
  const source = fd === undefined ? file : Number(fd);
  if (source === undefined) return null;
  try {
    return readFileSync(source, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch {
    return stop('The passphrase cannot be read from there.');
  }
}

requireNode24();
const options = readArguments();
const passphrase = readPassphrase(options['passphrase-fd'], options['passphrase-file']);
const { runCommandLine } = await import('../electron/core/commandLine.ts');
process.exitCode = await runCommandLine({
  data: options.vault,
  documents: options.documents ?? null,
  passphrase,
  input: process.stdin,
  write: (line) => process.stdout.write(`${line}\n`),
});
