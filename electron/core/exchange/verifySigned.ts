import { type RecordTools, parseRecord, readRecord } from '../../../shared/model/record.ts';
import { recordKindOf, type RootKind, rootKinds } from '../../../shared/model/recordKinds.ts';
import { type FrozenRecord, rootOfRecord } from '../../../shared/model/signing.ts';
import { toCanonical } from '../items/canonical.ts';
import { sha256 } from '../items/ids.ts';
import { type Card, identityId, readDeviceList } from './card.ts';
import { isAnswerTo, isRecordSignedBy } from './recordSignature.ts';
import { isTextSignedFor } from './signature.ts';
import { exportedPayload, type SignedFile, signedFileSchema } from './signedFile.ts';

/** A signed record file that holds in every point. */
export type Verified = {
  readonly file: SignedFile;
  /** In the order they were signed; each with the SHA-256 of its bytes. */
  readonly records: readonly { readonly record: FrozenRecord; readonly hash: string }[];
  /** Of each card that was given: whose it is, and whether it still lists every device that signed as them. */
  readonly cards: readonly {
    readonly identity: string;
    readonly name: string;
    readonly listsEveryDevice: boolean;
  }[];
};

const tools: RecordTools = { canonical: toCanonical, hash: sha256 };

/**
 * Checks a signed record file with nothing but its bytes, and the contact cards one already holds. `faults` are sentences;
 * when there are none, everything holds and `verified` is there.
 */
export function verifySigned(
  bytes: Uint8Array,
  cards: readonly Card[],
): { readonly faults: readonly string[]; readonly verified: Verified | null } {
  const file = readSignedFile(bytes);
  if (typeof file === 'string') return { faults: [file], verified: null };
  const faults: string[] = [];
  const records = file.records.map(({ record: text }) => parseRecord(text, tools));
  const first = records[0];
  if (!first) return { faults: ['The first record in this file is not a record.'], verified: null };
  const kind = rootKindOf(first);
  if (kind === null) return { faults: ['This program does not know this kind of record.'], verified: null };
  const place = {
    kind,
    root: rootOfRecord(first),
    space: first.space,
    members: first.members,
  };
  if (first.members.length !== 2 || first.members[0]?.identity === first.members[1]?.identity) {
    faults.push('The first record is not one of two different people.');
  }
  let previous: string | null = null;
  for (const [index, entry] of file.records.entries()) {
    const number = index + 1;
    const record = readRecord(entry.record, place, tools);
    if (record === null) faults.push(`Record ${number} is not a sound record of these two people.`);
    else if (record.previous !== previous) {
      faults.push(
        `Record ${number} does not follow from the one before it: something is left out or swapped.`,
      );
    }
    faults.push(...signatureFaults(number, entry, first));
    previous = sha256(entry.record);
  }
  faults.push(...exportFaults(file, first));
  const cardsFound = cards.map((card) => cardOf(card, file, first));
  cardsFound.forEach((found, index) => {
    if (found === null) faults.push(`The card of ${cards[index]?.name} is of nobody who signed here.`);
  });
  if (faults.length > 0) return { faults, verified: null };
  return {
    faults,
    verified: {
      file,
      records: records.flatMap((record, index) =>
        record === null ? [] : [{ record, hash: sha256(file.records[index]?.record ?? '') }],
      ),
      cards: cardsFound.flatMap((found) => (found === null ? [] : [found])),
    },
  };
}

/** The parsed file, or a sentence that says why it is none. */
function readSignedFile(bytes: Uint8Array): SignedFile | string {
  const text = Buffer.from(bytes).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'This file holds no JSON: it is no signed record, or it is cut short or changed.';
  }
  const file = signedFileSchema.safeParse(json).data;
  if (file === undefined) return 'This file has not the form of a signed record of version 1.';
  if (!Buffer.from(`${toCanonical(file)}\n`, 'utf8').equals(bytes)) {
    return 'This file is not written as Twovoice writes it: it was changed after it was saved.';
  }
  return file;
}

function signatureFaults(
  number: number,
  entry: SignedFile['records'][number],
  first: FrozenRecord,
): string[] {
  const faults: string[] = [];
  if (!first.members.every((member, index) => entry.signatures[index]?.by === member.identity)) {
    faults.push(`Record ${number} is not signed by each of the two people in it, in their order.`);
  }
  const [one, other] = entry.signatures;
  if (!one || !other || (!isAnswerTo(one, other) && !isAnswerTo(other, one))) {
    faults.push(`The two signatures under record ${number} are not a proposal and the answer to it.`);
  }
  for (const { by, ...signature } of entry.signatures) {
    const name = first.members.find((member) => member.identity === by)?.name ?? 'somebody else';
    if (!isRecordSignedBy(by, entry.record, signature)) {
      faults.push(`The signature of ${name} under record ${number}, with its note and time, does not hold.`);
    }
  }
  return faults;
}

function exportFaults(file: SignedFile, first: FrozenRecord): string[] {
  const { exported } = file;
  const list = readDeviceList(exported.list, exported.listSignature);
  const device = list?.devices.find((one) => one.id === exported.device);
  const isTheirs =
    list !== null &&
    device !== undefined &&
    identityId(list.root) === exported.by &&
    isMember(first, exported.by);
  if (!isTheirs) return ['This file was not saved by one of the two people who signed.'];
  if (!isTextSignedFor('export', device.sign, exportedPayload(file), exported.signature)) {
    return ['This file is not as it was when it was saved: something in it was changed, added or left out.'];
  }
  if (exported.count === file.records.length) return [];
  return [
    `Whoever saved this file said it holds ${exported.count} records; it holds ${file.records.length}.`,
  ];
}

function cardOf(card: Card, file: SignedFile, first: FrozenRecord): Verified['cards'][number] | null {
  const identity = identityId(card.list.root);
  if (!isMember(first, identity)) return null;
  const listed = new Set(card.list.devices.map((device) => device.id));
  const signed = file.records.flatMap((record) => record.signatures.filter((one) => one.by === identity));
  return { identity, name: card.name, listsEveryDevice: signed.every((one) => listed.has(one.device)) };
}

function isMember(record: FrozenRecord, identity: string): boolean {
  return record.members.some((member) => member.identity === identity);
}

function rootKindOf(record: FrozenRecord): RootKind | null {
  return rootKinds.find((kind) => recordKindOf(kind).record === record.kind) ?? null;
}
