import { z } from 'zod';
import { hashSchema, idSchema } from './ids.ts';
import type { Role } from './member.ts';
import type { Statement } from './revision.ts';
import type { Member } from './sessionView.ts';

/** Where something stood between the two: done to, for or with somebody, or not done (DOMAIN.md, section 2). */
export const placements = ['to', 'for', 'with', 'not'] as const;
export const whereSchema = z.enum(placements);
export type Where = z.infer<typeof whereSchema>;

/** 32 random bytes, lowercase hex. */
const nonceSchema = hashSchema;

/**
 * Private. Subject: a session or a decision. Where I place it; `nonce` and `commit` (the item of my commitment) are set
 * once it is sealed, and the whole item is erased once it is revealed.
 */
export const placementBodySchema = z
  .object({ where: whereSchema, nonce: nonceSchema.nullable(), commit: idSchema.nullable() })
  .strict();

/** Subject: a session or a decision. Says that its owner has placed it, and binds them, without saying where. */
export const placementCommitBodySchema = z.object({ commitment: hashSchema }).strict();

/**
 * Subject: as its commitment. Opens `mine`, and only against `theirs`: the other's commitment that was held when it was
 * opened. So nobody can look first and then seal anew.
 */
export const placementRevealBodySchema = z
  .object({ where: whereSchema, nonce: nonceSchema, mine: hashSchema, theirs: hashSchema })
  .strict();

export type PlacementCommit = Statement<z.infer<typeof placementCommitBodySchema>>;
export type PlacementReveal = Statement<z.infer<typeof placementRevealBodySchema>>;

/** The SHA-256 that binds a placement (exchange/FORMAT.md), lowercase hex. */
export type CommitmentOf = (sealed: {
  readonly nonce: string;
  readonly where: Where;
  readonly author: string;
  readonly subject: string;
}) => string;

export type PlacementView = {
  /** Both, or nothing of either. */
  readonly revealed: Readonly<Record<Role, Where>> | null;
  /** Whose reveal or commitment does not fit what was sealed before. It counts for nothing. */
  readonly ignored: readonly Role[];
  /** Whose reveal was made against a commitment that the other has replaced by another since. Taken back alone says nothing. */
  readonly outdated: readonly Role[];
};

/**
 * What stands of a blind placement: nothing of either until each has opened exactly what they had sealed, against exactly
 * what the other had sealed. The same for both people and any order of arrival.
 */
export function foldPlacement(input: {
  readonly subject: string;
  readonly members: readonly Member[];
  readonly commits: readonly PlacementCommit[];
  readonly reveals: readonly PlacementReveal[];
  readonly commitmentOf: CommitmentOf;
}): PlacementView {
  const commitsOf = (member: Member) => own(input.commits, input.subject, member);
  const revealsOf = (member: Member) => own(input.reveals, input.subject, member);
  const fits = (member: Member, reveal: PlacementReveal) => {
    const { nonce, where, mine } = reveal.body;
    const sealed = { nonce, where, author: member.identity, subject: input.subject };
    return (
      commitsOf(member).some((commit) => commit.body.commitment === mine) &&
      input.commitmentOf(sealed) === mine
    );
  };
  const { supervisee, supervisor } = byRole(input.members);
  if (supervisee === undefined || supervisor === undefined) return nothing;
  const isCopied = commitsOf(supervisee).some((commit) =>
    commitsOf(supervisor).some((other) => other.body.commitment === commit.body.commitment),
  );
  const sound = (member: Member) => revealsOf(member).filter((reveal) => fits(member, reveal));
  const pairs = sound(supervisee).flatMap((his) =>
    sound(supervisor)
      .filter((hers) => his.body.theirs === hers.body.mine && hers.body.theirs === his.body.mine)
      .map((hers) => ({ his, hers })),
  );
  // Two bindings name one placement each: of several openings that fit, both vaults take the same, whatever came first.
  const keyOf = ({ his, hers }: (typeof pairs)[number]) => `${his.body.mine} ${hers.body.mine}`;
  const first = pairs.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))[0];
  const people = [supervisee, supervisor];
  const otherOf = (member: Member) => (member === supervisee ? supervisor : supervisee);
  const revealed =
    first === undefined || isCopied
      ? null
      : { supervisee: first.his.body.where, supervisor: first.hers.body.where };
  return {
    revealed,
    ignored: people
      .filter((one) => isCopied || sound(one).length < revealsOf(one).length)
      .map((one) => one.role),
    outdated: people
      .filter(
        (one) =>
          revealed === null &&
          sound(one).some((reveal) => isReplaced(reveal.body.theirs, commitsOf(otherOf(one)))),
      )
      .map((one) => one.role),
  };
}

function isReplaced(commitment: string, now: readonly PlacementCommit[]): boolean {
  return now.length > 0 && now.every((commit) => commit.body.commitment !== commitment);
}

const nothing: PlacementView = { revealed: null, ignored: [], outdated: [] };

function own<S extends Statement>(all: readonly S[], subject: string, member: Member): S[] {
  return all.filter((one) => one.subject === subject && one.owner === member.identity);
}

function byRole(members: readonly Member[]): Partial<Record<Role, Member>> {
  return Object.fromEntries(members.map((member) => [member.role, member]));
}
