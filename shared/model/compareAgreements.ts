import type { AgreementView } from './agreementView.ts';
import type { Role } from './member.ts';

/** In words on the screen, never by colour alone. */
export type AgreementChange = 'same' | 'new' | 'changed' | 'gone';

/** One thing one person says in either of two versions. Both null never happens. */
export type AgreementRow = {
  readonly about:
    | { readonly kind: 'answer'; readonly key: AgreementView['answers'][number]['question'] }
    | { readonly kind: 'arrangement'; readonly key: AgreementView['arrangements'][number]['key'] }
    | { readonly kind: 'line'; readonly key: AgreementView['lines'][number]['part'] }
    | { readonly kind: 'reviewOn' }
    | { readonly kind: 'leaderPromise' };
  /** Whose words; both where each says the same in both versions. */
  readonly role: Role | 'both';
  readonly before: string | null;
  readonly after: string | null;
  readonly change: AgreementChange;
};

const roles = ['supervisee', 'supervisor'] as const;

type Promise = AgreementView['leaderPromises'][number];

/**
 * Everything either version holds, in the order of the page, the supervisee first: what was and what is, and what changed.
 * `promiseInWords` says one leader's promise in the language on the screen.
 */
export function compareAgreements(
  earlier: AgreementView,
  later: AgreementView,
  promiseInWords: (promise: Promise) => string,
): AgreementRow[] {
  const promises = (view: AgreementView, role: Role) => {
    const entered = view.leaderPromises.filter((one) => one.enteredBy === role).map(promiseInWords);
    return entered.length === 0 ? null : entered.sort().join('\n\n');
  };
  const lineOf = (view: AgreementView, part: string) => view.lines.find((one) => one.part === part);
  const rows = [
    ...later.answers.map(({ question: key }) =>
      perRole({ kind: 'answer', key }, (role) => [
        earlier.answers.find((one) => one.question === key)?.[role] ?? null,
        later.answers.find((one) => one.question === key)?.[role] ?? null,
      ]),
    ),
    ...later.arrangements.map(({ key }) =>
      perRole({ kind: 'arrangement', key }, (role) => [
        earlier.arrangements.find((one) => one.key === key)?.[role] ?? null,
        later.arrangements.find((one) => one.key === key)?.[role] ?? null,
      ]),
    ),
    perRole({ kind: 'reviewOn' }, (role) => [earlier.reviewOn[role], later.reviewOn[role]]),
    perRole({ kind: 'leaderPromise' }, (role) => [promises(earlier, role), promises(later, role)]),
    ...later.lines.map(({ part: key }) =>
      perRole({ kind: 'line', key }, (role) => [
        lineOf(earlier, key)?.[role] ?? null,
        lineOf(later, key)?.[role] ?? null,
      ]),
    ),
  ].flat();
  return rows.filter((one) => one.before !== null || one.after !== null);
}

function perRole(
  about: AgreementRow['about'],
  said: (role: Role) => readonly [string | null, string | null],
): AgreementRow[] {
  const [first, second] = roles.map((role) => row(about, role, said(role)));
  if (first === undefined || second === undefined) return [];
  const isSame = first.before === second.before && first.after === second.after;
  return isSame ? [{ ...first, role: 'both' }] : [first, second];
}

function row(
  about: AgreementRow['about'],
  role: Role,
  [before, after]: readonly [string | null, string | null],
): AgreementRow {
  const change =
    before === after ? 'same' : before === null ? 'new' : after === null ? 'gone' : ('changed' as const);
  return { about, role, before, after, change };
}
