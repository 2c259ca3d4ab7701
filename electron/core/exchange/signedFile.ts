import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { BothSigned } from '../../../shared/model/foldSigning.ts';
import { idSchema, instantSchema } from '../../../shared/model/ids.ts';
import { recordSignatureSchema } from '../../../shared/model/signing.ts';
import { toCanonical } from '../items/canonical.ts';
import { identityId } from './card.ts';
import { myCard, ownDevice } from './identity.ts';
import { signFor } from './signature.ts';

const signatureSchema = recordSignatureSchema.extend({ by: idSchema }).strict();

/** A signed record and all that was added to it, as one file that can be checked with nothing else. See FORMAT.md. */
export const signedFileSchema = z
  .object({
    format: z.literal(1),
    kind: z.literal('twovoice-signed-record'),
    records: z
      .array(
        z
          .object({ record: z.string().max(20_000_000), signatures: z.array(signatureSchema).length(2) })
          .strict(),
      )
      .min(1)
      .max(1_000),
    /** Who made the file, who says so over everything else in it, and how many records stood in their vault. */
    exported: z
      .object({
        by: idSchema,
        device: idSchema,
        at: instantSchema,
        count: z.number().int().min(1),
        list: z.string().max(50_000),
        listSignature: z.string().max(120),
        signature: z.string().max(120),
      })
      .strict(),
  })
  .strict();
export type SignedFile = z.infer<typeof signedFileSchema>;

/** The bytes of the file: canonical JSON and LF. `signed` is the whole chain, first record first. */
export function makeSignedFile(db: Database, signed: readonly BothSigned[], now: Date): Buffer {
  const device = ownDevice(db);
  const { list, listSignature } = myCard(db);
  const unsigned = {
    format: 1 as const,
    kind: 'twovoice-signed-record' as const,
    records: signed.map(({ text, record, signatures }) => ({
      record: text,
      signatures: record.members.flatMap(({ identity }) => signatures.filter(({ by }) => by === identity)),
    })),
    exported: {
      by: identityId(list.root),
      device: device.id,
      at: now.toISOString(),
      count: signed.length,
      list: toCanonical(list),
      listSignature,
    },
  };
  const signature = signFor('export', device.sign, Buffer.from(toCanonical(unsigned))).toString('base64');
  const file: SignedFile = { ...unsigned, exported: { ...unsigned.exported, signature } };
  return Buffer.from(`${toCanonical(file)}\n`, 'utf8');
}

/** What the exporter's signature covers: the whole file but that signature. */
export function exportedPayload(file: SignedFile): string {
  const { signature: _signature, ...exported } = file.exported;
  return toCanonical({ ...file, exported });
}
