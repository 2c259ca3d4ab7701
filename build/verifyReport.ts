import type { Verified } from '../electron/core/exchange/verifySigned.ts';
import { hashSchema, idSchema } from '../shared/model/ids.ts';
import { statementsOfRecord } from '../shared/model/record.ts';
import type { FrozenRecord } from '../shared/model/signing.ts';

/** What is said of a file that does not hold. Nothing in it is shown: it could be anybody's words. */
export function reportFaults(faults: readonly string[]): string[] {
  return ['THIS DOES NOT HOLD.', '', ...faults.map((fault) => `- ${fault}`), '', 'Nothing is proved by it.'];
}

/** What a file that holds proves, what it does not, and the words themselves. */
export function reportVerified(verified: Verified): string[] {
  const { records } = verified;
  return [
    'EVERYTHING IN THIS FILE HOLDS.',
    '',
    'What is proved',
    ...proved(verified).map((line) => (line.startsWith(' ') ? line : `- ${line}`)),
    '',
    'What is not proved',
    ...notProved(verified).map((line) => `- ${line}`),
    '',
    ...records.flatMap(({ record, hash }, index) => words(record, hash, index + 1)),
  ];
}

/**
 * Makes a line with text from a file safe to print: what could steer a terminal, begin a line of its own or turn text around
 * is shown by its number.
 */
export function printable(line: string): string {
  return line.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}

function proved({ file, records, cards }: Verified): string[] {
  const people = peopleOf(records);
  const names = people.map((member) => member.name).join(' and ');
  const exporter = people.find((member) => member.identity === file.exported.by)?.name ?? '';
  const lines = file.records.flatMap(({ signatures }, index) => {
    const number = index + 1;
    return [
      `Record ${number} (its mark is ${mark(records[index]?.hash)}): both signed these exact words, byte for byte the same, in this order.`,
      ...[...signatures]
        .sort((a, b) => Number(a.after !== null) - Number(b.after !== null))
        .map(({ by, device, note, after }) => {
          const name = people.find((member) => member.identity === by)?.name ?? '';
          const order = after === null ? 'proposed and signed it' : 'signed it after that';
          return `  - ${name} ${order}, on the device ${device}, ${note === '' ? 'without a note' : `with the note “${note}”`}.`;
        }),
    ];
  });
  lines.push(
    `Each device is one that its person (${people.map((member) => `${member.name}: ${member.identity}`).join('; ')}) had listed with their own root key.`,
  );
  if (records.length > 1) {
    lines.push(
      `Each later record names the one before it by its hash, so nothing is left out between record 1 and record ${records.length}.`,
    );
  }
  lines.push(
    `${exporter}, one of the two, saved this file and signed that it holds everything both had signed in their vault then: ${records.length === 1 ? 'one record' : `${records.length} records`}. Nothing in it was changed since.`,
  );
  for (const card of cards) {
    lines.push(
      `The signatures of ${people.find((member) => member.identity === card.identity)?.name ?? ''} belong to the card you gave, which says “${card.name}”.`,
    );
  }
  lines.push(
    `A signature says that ${names} hold this to be a fair record, not that they agree with all of it.`,
  );
  return lines;
}

function notProved({ file, records, cards }: Verified): string[] {
  const people = peopleOf(records);
  const withoutCard = people.filter((member) => !cards.some((card) => card.identity === member.identity));
  const lines = [
    `When anything was said or signed. Every time in it is what a clock of one of the two said (${clocks(file)}).`,
  ];
  for (const { name } of withoutCard) {
    lines.push(
      `That the person behind these keys is ${name}: names are claims. Give their contact card with --keys to compare.`,
    );
  }
  for (const card of cards) {
    lines.push(
      `That the card of ${card.name} is theirs, unless you compared the six words with them, or have it from their hand.`,
    );
    if (!card.listsEveryDevice) {
      lines.push(
        `That ${card.name} still had the device that signed: the card you gave does not list it. It was replaced or lost, before or after.`,
      );
    }
  }
  lines.push(
    `That nothing was signed later. Whoever saved the file could have left out what came last. Ask the other whether the mark of their last record is ${mark(records.at(-1)?.hash)} too.`,
    'That who signed second has not signed again since with another note: nobody signs that note but they. The other person’s copy would tell.',
    'That nobody else held the device, and that it was signed freely.',
    'Anything the two said and did not put into the record.',
  );
  return lines;
}

function words(record: FrozenRecord, hash: string, number: number): string[] {
  const nameOf = (owner: string) => record.members.find((member) => member.identity === owner);
  return [
    `Record ${number}${number === 1 ? '' : ', later words'} · ${hash}`,
    ...record.members.map((member) => `  ${member.role}: ${member.name}`),
    ...statementsOfRecord(record).flatMap(({ owner, kind, body }) => [
      `  ${nameOf(owner)?.name ?? ''} · ${kind}`,
      ...fieldsOf(body).flatMap(([key, value]) => [
        `    ${key}:`,
        ...value.split('\n').map((line) => `      | ${line}`),
      ]),
    ]),
    '',
  ];
}

/** Everything a body says, each under its key; what lies deeper under the keys that lead to it. */
function fieldsOf(value: unknown, keys: readonly string[] = []): [string, string][] {
  if (value === null || value === '' || isIdOrHash(value)) return [];
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, one]) => fieldsOf(one, [...keys, key]));
  }
  return [[keys.join(' › '), String(value)]];
}

/** Ids and hashes tie things together; they are nobody's words. */
function isIdOrHash(value: unknown): boolean {
  return idSchema.safeParse(value).success || hashSchema.safeParse(value).success;
}

function clocks(file: Verified['file']): string {
  const times = file.records.flatMap((record) => record.signatures.map((signature) => signature.at));
  return [...new Set(times)].join(', ');
}

function peopleOf(records: Verified['records']): FrozenRecord['members'] {
  return records[0]?.record.members ?? [];
}

/** The first sixteen digits of a hash, in fours, for reading out. */
function mark(hash = ''): string {
  return hash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '';
}
