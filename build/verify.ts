import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireNode24 } from './nodeVersion.ts';

const usage = `npm run verify -- FILE [--keys CARD …]

Checks a signed record that was saved out of Twovoice, with nothing but the file. --keys names contact cards
(.twovoice-card) you already hold: then it also says whether the signatures are by the people on those cards.
Ends with 0 when everything holds, 1 when anything does not, 2 when there was nothing to check.`;

const fileLimit = 200 * 2 ** 20;

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments(): { file: string; cards: string[] } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { keys: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    });
    // `--keys A B` reads as a key and a further word: what ends as a card does is a card.
    const isCard = (path: string) => path.endsWith('.twovoice-card');
    const [file, ...rest] = positionals.filter((path) => !isCard(path));
    if (values.help || file === undefined || rest.length > 0) return stop(usage);
    return { file, cards: [...(values.keys ?? []), ...positionals.filter(isCard)] };
  } catch {
    return stop(usage);
  }
}

function readBytes(path: string): Buffer {
  try {
    if (statSync(path).size > fileLimit) return stop(`${path} is larger than any signed record.`);
    return readFileSync(path);
  } catch {
    return stop(`${path} cannot be read.`);
  }
}

requireNode24();
const { file, cards } = readArguments();
const { readCard } = await import('../electron/core/exchange/card.ts');
const { verifySigned } = await import('../electron/core/exchange/verifySigned.ts');
const { printable, reportFaults, reportVerified } = await import('./verifyReport.ts');
const held = cards.map((path) => {
  try {
    return readCard(readBytes(path).toString('utf8'));
  } catch {
    return stop(`${path} is not a contact card, or was changed after it was made.`);
  }
});
const { faults, verified } = verifySigned(readBytes(file), held);
const lines = verified === null ? reportFaults(faults) : reportVerified(verified);
process.stdout.write(`${lines.map(printable).join('\n')}\n`);
process.exitCode = verified === null ? 1 : 0;
