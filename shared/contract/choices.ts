import { z } from 'zod';
import { featureSchema } from '../model/choice.ts';
import { dateSchema, idSchema } from '../model/ids.ts';
import { roleSchema } from '../model/member.ts';
import { whereSchema } from '../model/placement.ts';
import { pulseSchema } from '../model/pulse.ts';
import { read, write } from './call.ts';

const done = z.object({});
const space = z.object({ space: idSchema }).strict();

const choiceSchema = z.object({
  feature: featureSchema,
  /** Both want it: only then it is there. */
  isOn: z.boolean(),
  /** I want it. Until the other does too, this is my suggestion. */
  mine: z.boolean(),
  /** The other suggests it, I have not answered, and I have not put it aside. */
  isSuggested: z.boolean(),
});

const broughtSchema = z.object({ brought: z.number().int(), reached: z.number().int() });

const placementSchema = z.object({
  isOn: z.boolean(),
  /** Mine. `isSealed`: its seal has gone to the other, and it cannot change without being taken back. */
  mine: z.object({ where: whereSchema, isSealed: z.boolean() }).nullable(),
  /** Both, once both are open. */
  revealed: z.object({ supervisee: whereSchema, supervisor: whereSchema }).nullable(),
  /** Something came from the other's vault that does not fit what they had sealed. It counts for nothing. */
  isTheirsIgnored: z.boolean(),
  /** What the other had sealed has been replaced since mine was opened: to be compared, mine has to be sealed anew. */
  isMineOutdated: z.boolean(),
});

export const choicesContract = {
  'choices.get': read(
    ['sessions', 'spaces'],
    space,
    z.object({ me: roleSchema, otherName: z.string(), choices: z.array(choiceSchema) }),
  ),
  /** On: my suggestion goes to the other, or joins theirs. Off: it is there for neither, and what I had sealed is taken back. */
  'choices.set': write(
    ['sessions'],
    z.object({ space: idSchema, feature: featureSchema, on: z.boolean() }).strict(),
    done,
  ),
  /** Puts a suggestion of the other's aside. Nothing of this leaves the vault. */
  'choices.putAside': write(
    ['sessions'],
    z.object({ space: idSchema, feature: featureSchema }).strict(),
    done,
  ),

  /** `subject`: a session or a decision. */
  'placements.get': read(['sessions', 'spaces'], z.object({ subject: idSchema }).strict(), placementSchema),
  /** Keeps my placement in my vault and nowhere else; null forgets it. Throws 'conflict' once it is sealed. */
  'placements.save': write(
    ['sessions'],
    z.object({ subject: idSchema, where: whereSchema.nullable() }).strict(),
    done,
  ),
  /** Sends the seal of my placement. It opens by itself once the other's is here too. */
  'placements.seal': write(['sessions'], z.object({ subject: idSchema }).strict(), done),
  /** Takes back what I sealed or opened; what was not opened yet is private again. */
  'placements.takeBack': write(['sessions'], z.object({ subject: idSchema }).strict(), done),

  /** Topics of the last sessions: whose they were, and which had words under them. Newest first, at most twelve. */
  'balance.get': read(
    ['sessions', 'spaces'],
    space,
    z.object({
      isOn: z.boolean(),
      names: z.object({ supervisee: z.string(), supervisor: z.string() }),
      sessions: z.array(
        z.object({
          session: idSchema,
          date: dateSchema,
          supervisee: broughtSchema,
          supervisor: broughtSchema,
        }),
      ),
    }),
  ),

  'pulse.get': read(
    ['sessions', 'spaces'],
    z.object({ session: idSchema }).strict(),
    z.object({
      isOn: z.boolean(),
      mine: pulseSchema.nullable(),
      /** Null until both have answered. */
      both: z.object({ supervisee: pulseSchema, supervisor: pulseSchema }).nullable(),
    }),
  ),
  /** Null takes my answer back. Throws 'conflict' for a change once both have answered. */
  'pulse.answer': write(
    ['sessions'],
    z.object({ session: idSchema, pulse: pulseSchema.nullable() }).strict(),
    done,
  ),
} as const;
