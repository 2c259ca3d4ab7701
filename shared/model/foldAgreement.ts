import {
  agreementQuestions,
  type ArrangementKey,
  arrangementKeys,
  type ArrangementsBody,
  type PairStandardBody,
  type PrivatePart,
  privateParts,
} from './agreement.ts';
import type { AgreementKind, AgreementStatement, AgreementView, PairStandardView } from './agreementView.ts';
import { compare, roleOf, roleOrder } from './foldSession.ts';
import type { Role } from './member.ts';
import type { Statement } from './revision.ts';
import type { Member } from './sessionView.ts';

export type AgreementInput = {
  readonly agreement: string;
  readonly members: readonly Member[];
  /** Everything shown under the agreement, and the agreement itself. Order does not matter. */
  readonly statements: readonly AgreementStatement[];
};

type Said<K extends AgreementKind> = Extract<AgreementStatement, { kind: K }>;

/**
 * How two people mean to work together: each one's own statements side by side. Two values stand beside each other until one
 * person says the same as the other. Statements by anyone but the members count for nothing.
 */
export function foldAgreement(input: AgreementInput): AgreementView {
  const root = own(input, 'agreement').find((one) => one.item === input.agreement);
  const answers = byRole((role) => newest(own(input, 'agreementAnswers', role)));
  const arrangements = byRole((role) => newest(own(input, 'arrangements', role)));
  const lines = (part: PrivatePart) =>
    byRole((role) => newest(own(input, 'agreementLine', role).filter((one) => one.body.part === part)));
  return {
    agreement: input.agreement,
    previous: root?.body.previous ?? null,
    begunBy: root === undefined ? null : roleOf(input, root),
    answers: agreementQuestions.map((question) => ({
      question,
      ...texts(answers, (said) => said.body[question]),
    })),
    arrangements: arrangementKeys.map((key) => {
      const said = texts(arrangements, (one) => one.body.values[key] ?? '');
      return { key, ...said, both: isSame(said.supervisee, said.supervisor) };
    }),
    reviewOn: reviewDays(arrangements),
    policyRead: {
      supervisee: arrangements.supervisee?.body.policyRead ?? false,
      supervisor: arrangements.supervisor?.body.policyRead ?? false,
    },
    leaderPromises: own(input, 'leaderPromise').map((one) => ({
      item: one.item,
      hash: one.hash,
      enteredBy: roleOf(input, one),
      text: one.body.text,
      by: one.body.by,
      leaderRole: one.body.role,
      on: one.body.on,
    })),
    lines: privateParts.map((part) => ({ part, ...texts(lines(part), (one) => one.body.text) })),
    said: {
      answers: items(answers),
      arrangements: items(arrangements),
      power: items(lines('power')),
      withdrawing: items(lines('withdrawing')),
    },
  };
}

/** The arrangements a person has after saying, for these keys, the same as the other. Keys the other left out stay. */
export function sameAsTheirs(
  mine: ArrangementsBody | null,
  theirs: ArrangementsBody,
  keys: readonly (ArrangementKey | 'reviewOn')[],
): ArrangementsBody {
  const values = { ...mine?.values };
  for (const key of keys) {
    const value = key === 'reviewOn' ? undefined : theirs.values[key];
    if (key !== 'reviewOn' && value !== undefined && value.trim() !== '') values[key] = value;
  }
  return {
    values,
    reviewOn: keys.includes('reviewOn') ? theirs.reviewOn : (mine?.reviewOn ?? null),
    policyRead: mine?.policyRead ?? false,
  };
}

/** Each one's standard for the pair, and the one that stands. */
export function foldStandard(input: {
  readonly members: readonly Member[];
  readonly statements: readonly Statement<PairStandardBody>[];
}): PairStandardView {
  const of = (role: Role) => {
    const said = newest(
      input.statements.filter((one) =>
        input.members.some((member) => member.identity === one.owner && member.role === role),
      ),
    );
    return said === null ? null : { ...said.body, hash: said.hash };
  };
  const [supervisee, supervisor] = [of('supervisee'), of('supervisor')];
  const both = supervisee !== null && supervisor !== null && isSameStandard(supervisee, supervisor);
  const only = supervisee === null || supervisor === null ? (supervisee ?? supervisor) : null;
  const standing = both ? supervisee : only;
  return {
    supervisee,
    supervisor,
    standing: standing === null ? null : { standard: standing.standard, rhythm: standing.rhythm },
    both,
  };
}

function isSameStandard(one: PairStandardBody, other: PairStandardBody): boolean {
  return JSON.stringify(inOrder(one.rhythm)) === JSON.stringify(inOrder(other.rhythm));
}

/** Figures in one order of keys, whatever order they were typed or stored in. */
function inOrder({ from, minutes, steps }: PairStandardBody['rhythm']) {
  return [
    from,
    minutes,
    ...steps.map(({ every, until }) => [every.unit, every.count, until?.unit ?? '', until?.count ?? 0]),
  ];
}

type PerRole<S> = { readonly supervisee: S | null; readonly supervisor: S | null };

function byRole<S>(of: (role: Role) => S | null): PerRole<S> {
  return { supervisee: of('supervisee'), supervisor: of('supervisor') };
}

function texts<S>(said: PerRole<S>, textOf: (said: S) => string): PerRole<string> {
  const text = (one: S | null) => (one === null || textOf(one).trim() === '' ? null : textOf(one));
  return { supervisee: text(said.supervisee), supervisor: text(said.supervisor) };
}

function items<S extends AgreementStatement>(said: PerRole<S>): PerRole<{ item: string; hash: string }> {
  const key = (one: S | null) => (one === null ? null : { item: one.item, hash: one.hash });
  return { supervisee: key(said.supervisee), supervisor: key(said.supervisor) };
}

function reviewDays(said: PerRole<Said<'arrangements'>>): AgreementView['reviewOn'] {
  const supervisee = said.supervisee?.body.reviewOn ?? null;
  const supervisor = said.supervisor?.body.reviewOn ?? null;
  return { supervisee, supervisor, both: supervisee === supervisor ? supervisee : null };
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.trim() === other.trim();
}

/** Members' statements of a kind, supervisee first, then in a fixed order. */
function own<K extends AgreementKind>(input: AgreementInput, kind: K, role?: Role): Said<K>[] {
  return input.statements
    .filter((one): one is Said<K> => one.kind === kind)
    .filter((one) =>
      input.members.some(
        (member) => member.identity === one.owner && (role === undefined || member.role === role),
      ),
    )
    .filter((one) => one.kind === 'agreement' || one.subject === input.agreement)
    .sort((a, b) => roleOrder(roleOf(input, a)) - roleOrder(roleOf(input, b)) || compare(a.item, b.item));
}

function newest<S extends Statement>(said: readonly S[]): S | null {
  return [...said].sort((a, b) => compare(b.at, a.at) || compare(b.hash, a.hash))[0] ?? null;
}
