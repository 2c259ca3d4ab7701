import type { Database } from 'better-sqlite3';
import type { SessionDraft } from '../../../shared/contract/sessions.ts';
import type { Place } from '../../../shared/model/session.ts';
import { toCanonical } from './canonical.ts';
import { sha256 } from './ids.ts';
import { draftsUnder, type KnownDraft } from './read.ts';

const draftKinds = ['topic', 'voice', 'difference', 'decision', 'promise', 'scribed', 'amendment'] as const;
type DraftKind = (typeof draftKinds)[number];
type KnownSessionDraft = Extract<KnownDraft, { kind: DraftKind }>;

/** My working copies in a session, each with the place it belongs to. */
export function sessionDrafts(db: Database, input: { readonly session: string }): SessionDraft[] {
  const isShown = db.prepare('SELECT 1 FROM shown WHERE item = ? AND body IS NOT NULL');
  return draftsUnder(db, input.session)
    .filter((draft): draft is KnownSessionDraft => (draftKinds as readonly string[]).includes(draft.kind))
    .map(
      (draft) =>
        ({
          item: draft.item,
          kind: draft.kind,
          place: draftPlace(draft, input.session),
          shown: isShown.get(draft.item) !== undefined,
          stamp: stampOf(draft.body),
          body: draft.body,
        }) as SessionDraft,
    );
}

/** Tells one text of a working copy from another. */
export function stampOf(body: unknown): string {
  return sha256(toCanonical(body));
}

function draftPlace(draft: KnownSessionDraft, session: string): Place | null {
  if (draft.kind === 'topic' || draft.kind === 'amendment') return null;
  if (draft.subject !== session) return draft.subject;
  return draft.kind === 'voice' || draft.kind === 'scribed' ? draft.body.part : 'beforeWeGo';
}
