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
  readonly role: Role;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: AgreementChange;
};

const roles = ['supervisee', 'supervisor'] as const;

/** Everything either version holds, in the order of the page, the supervisee first: what was and what is, and what changed. */
export function compareAgreements(earlier: AgreementView, later: AgreementView): AgreementRow[] {
  return [
    ...later.answers.flatMap(({ question }) =>
      roles.map((role) =>
        row({ kind: 'answer', key: question }, role, [
          earlier.answers.find((one) => one.question === question)?.[role] ?? null,
          later.answers.find((one) => one.question === question)?.[role] ?? null,
        ]),
      ),
    ),
    ...later.arrangements.flatMap(({ key }) =>
      roles.map((role) =>
        row({ kind: 'arrangement', key }, role, [
          earlier.arrangements.find((one) => one.key === key)?.[role] ?? null,
          later.arrangements.find((one) => one.key === key)?.[role] ?? null,
        ]),
      ),
    ),
    ...roles.map((role) => row({ kind: 'reviewOn' }, role, [earlier.reviewOn[role], later.reviewOn[role]])),
    ...roles.map((role) =>
      row({ kind: 'leaderPromise' }, role, [promises(earlier, role), promises(later, role)]),
    ),
    ...later.lines.flatMap(({ part }) =>
      roles.map((role) =>
        row({ kind: 'line', key: part }, role, [
          earlier.lines.find((one) => one.part === part)?.[role] ?? null,
          later.lines.find((one) => one.part === part)?.[role] ?? null,
        ]),
      ),
    ),
  ].filter((one) => one.before !== null || one.after !== null);
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

function promises(view: AgreementView, role: Role): string | null {
  const entered = view.leaderPromises.filter((one) => one.enteredBy === role);
  if (entered.length === 0) return null;
  return entered
    .map(({ text, by, leaderRole, on }) =>
      [text, [by, leaderRole, on].filter((part) => part !== null && part !== '').join(', ')].join('\n'),
    )
    .sort()
    .join('\n\n');
}
