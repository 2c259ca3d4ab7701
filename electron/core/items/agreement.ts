import type { Database } from 'better-sqlite3';
import type { AgreementDraft } from '../../../shared/contract/agreements.ts';
import { type Body, isKind, type Kind, kinds } from '../../../shared/model/kinds.ts';
import { AppError } from '../../../shared/result.ts';
import { whoAmI } from './me.ts';
import { draftsUnder, type KnownDraft } from './read.ts';
import { stampOf } from './sessionDrafts.ts';

/** Kinds a person writes in an agreement before showing them. */
export const agreementDraftKinds = [
  'agreementAnswers',
  'arrangements',
  'leaderPromise',
  'agreementLine',
] as const satisfies readonly Kind[];
export type AgreementDraftKind = (typeof agreementDraftKinds)[number];

/** My working copies in an agreement. */
export function agreementDrafts(db: Database, agreement: string): AgreementDraft[] {
  const isShown = db.prepare('SELECT 1 FROM shown WHERE item = ? AND body IS NOT NULL');
  return draftsUnder(db, agreement)
    .filter((draft): draft is Extract<KnownDraft, { kind: AgreementDraftKind }> =>
      isAgreementDraftKind(draft.kind),
    )
    .map(
      (draft) =>
        ({
          item: draft.item,
          kind: draft.kind,
          shown: isShown.get(draft.item) !== undefined,
          stamp: stampOf(draft.body),
          body: draft.body,
        }) as AgreementDraft,
    );
}

/** Of an item that was written in an agreement: its kind and which agreement. Throws 'not_found' for anything else. */
export function inAgreement(db: Database, item: string): { kind: AgreementDraftKind; agreement: string } {
  const row = db
    .prepare(
      `SELECT item.kind AS kind, above.id AS agreement
       FROM item JOIN item AS above ON above.id = item.subject
       WHERE item.id = ? AND above.kind = 'agreement'`,
    )
    .get(item) as { kind: string; agreement: string } | undefined;
  if (row === undefined || !isAgreementDraftKind(row.kind)) {
    throw new AppError('not_found', 'this was not written in an agreement');
  }
  return { kind: row.kind, agreement: row.agreement };
}

/** My items of a kind in an agreement, shown or not, each with its body as I last wrote it; taken back ones without. */
export function myItemsIn<K extends AgreementDraftKind>(
  db: Database,
  which: { readonly agreement: string; readonly kind: K },
): { item: string; body: Body<K> | null }[] {
  const rows = db
    .prepare(
      `SELECT item.id AS item, coalesce(working_copy.body, shown.body) AS body
       FROM item LEFT JOIN working_copy ON working_copy.item = item.id LEFT JOIN shown ON shown.item = item.id
       WHERE item.subject = ? AND item.kind = ? AND item.owner = ?
       ORDER BY item.made_at, item.id`,
    )
    .all(which.agreement, which.kind, whoAmI(db).identity) as { item: string; body: string | null }[];
  return rows.map(({ item, body }) => ({
    item,
    body: body === null ? null : (kinds[which.kind].body.parse(JSON.parse(body)) as Body<K>),
  }));
}

function isAgreementDraftKind(kind: string): kind is AgreementDraftKind {
  return isKind(kind) && (agreementDraftKinds as readonly string[]).includes(kind);
}
