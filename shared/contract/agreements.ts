import { z } from 'zod';
import {
  agreementAnswersBodySchema,
  agreementLineBodySchema,
  arrangementKeys,
  arrangementsBodySchema,
  leaderPromiseBodySchema,
  privateParts,
} from '../model/agreement.ts';
import { agreementViewSchema } from '../model/agreementView.ts';
import { dateSchema, hashSchema, idSchema, words } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { read, write } from './call.ts';
import { signingStateSchema } from './signing.ts';

const nothing = z.object({}).strict();
const done = z.object({});
const made = z.object({ item: idSchema });
const agreement = idSchema;
const item = idSchema;

const namesSchema = z.object({ supervisee: z.string(), supervisor: z.string() });

/** Somebody began it, something is shown in it, one of them signed it, both did. */
const agreementStates = ['begun', 'open', 'toSign', 'proposed', 'newerWords', 'signed'] as const;

const versionSchema = z.object({
  agreement,
  previous: idSchema.nullable(),
  state: z.enum(agreementStates),
  /** When the second signature was made, as its maker's clock said; null when unsigned or unknown. */
  signedAt: z.string().nullable(),
  /** Begun at the same time as another that counts instead: nothing in it is lost, and nobody has to go on with it. */
  aside: z.boolean(),
});
export type AgreementVersion = z.infer<typeof versionSchema>;

const draftKeys = {
  item,
  /** Something of this item is shown; these are changes on top of it. */
  shown: z.boolean(),
  /** Changes when the words change: `agreements.show` takes exactly what was seen. */
  stamp: hashSchema,
};
export const agreementDraftSchema = z.discriminatedUnion('kind', [
  z.object({ ...draftKeys, kind: z.literal('agreementAnswers'), body: agreementAnswersBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('arrangements'), body: arrangementsBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('leaderPromise'), body: leaderPromiseBodySchema }),
  z.object({ ...draftKeys, kind: z.literal('agreementLine'), body: agreementLineBodySchema }),
]);
export type AgreementDraft = z.infer<typeof agreementDraftSchema>;

const pageSchema = z.object({
  agreement,
  space: idSchema,
  me: roleSchema,
  names: namesSchema,
  /** Until both have signed, what is shown; after that, the words of the stored bytes. */
  view: agreementViewSchema,
  /** My working copies. Nobody else sees them or that they are there. */
  mine: z.array(agreementDraftSchema),
  /** I said something in the version before this one, and nothing in this one yet. */
  hasEarlierWords: z.boolean(),
  signing: signingStateSchema,
});
export type AgreementPage = z.infer<typeof pageSchema>;

const arrangementKeySchema = z.union([z.enum(arrangementKeys), z.literal('reviewOn')]);

export const agreementsContract = {
  /** Newest first; those set aside last. */
  'agreements.list': read(
    ['agreements', 'sessions', 'spaces'],
    z.object({ space: idSchema }).strict(),
    z.object({ names: namesSchema, versions: z.array(versionSchema) }),
  ),
  'agreements.get': read(['agreements', 'sessions', 'spaces'], z.object({ agreement }).strict(), pageSchema),
  /** Begins the first one, or the next after a signed one. Throws 'conflict' while one is open. */
  'agreements.begin': write(['agreements'], z.object({ space: idSchema }).strict(), z.object({ agreement })),
  /** Copies what I said in the version before into working copies here. Throws 'conflict' once I have words here. */
  'agreements.takeOver': write(['agreements'], z.object({ agreement }).strict(), done),

  'agreements.saveAnswers': write(
    ['agreements'],
    agreementAnswersBodySchema.extend({ agreement }).strict(),
    made,
  ),
  'agreements.saveArrangements': write(
    ['agreements'],
    arrangementsBodySchema.extend({ agreement }).strict(),
    made,
  ),
  /** `item` null makes a new one. */
  'agreements.savePromise': write(
    ['agreements'],
    leaderPromiseBodySchema.extend({ agreement, item: item.nullable() }).strict(),
    made,
  ),
  /** The words I may show about one of the parts that are private first. */
  'agreements.saveLine': write(['agreements'], agreementLineBodySchema.extend({ agreement }).strict(), made),
  /** Shows a working copy of mine: exactly the one with this stamp, else 'conflict'. Throws 'already_signed'. */
  'agreements.show': write(['agreements', 'sessions'], z.object({ item, stamp: hashSchema }).strict(), done),
  /** Drops my unshown words. What of them was shown stays. */
  'agreements.discard': write(['agreements'], z.object({ item }).strict(), done),
  /** Takes shown words back; they become a working copy again. */
  'agreements.takeBack': write(['agreements', 'sessions'], z.object({ item }).strict(), done),
  /** "As you have it": says the same as the other for these. Throws 'conflict' when `hash` is not what they say now. */
  'agreements.sayTheSame': write(
    ['agreements', 'sessions'],
    z.object({ agreement, hash: hashSchema, keys: z.array(arrangementKeySchema).min(1).max(40) }).strict(),
    done,
  ),

  /** What only I see about this pair. Never leaves the vault. */
  'agreements.private': read(
    ['agreements'],
    z.object({ space: idSchema }).strict(),
    z.object({ power: z.string(), withdrawing: z.string() }),
  ),
  'agreements.savePrivate': write(
    ['agreements'],
    z.object({ space: idSchema, part: z.enum(privateParts), text: words(20_000) }).strict(),
    done,
  ),

  /** Agreements whose review day, named by both, is near or past. Those I let rest are not among them. */
  'agreements.reviews': read(
    ['agreements', 'sessions', 'spaces'],
    nothing,
    z.object({
      reviews: z.array(z.object({ space: idSchema, agreement, otherName: z.string(), reviewOn: dateSchema })),
    }),
  ),
  /** No more reminder of this review day. For me alone. */
  'agreements.restReview': write(['agreements'], z.object({ agreement }).strict(), done),
} as const;
