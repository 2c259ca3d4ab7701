import type { Database } from 'better-sqlite3';
import type { GateAnswer } from '../../../shared/model/rupture.ts';
import { type RuptureStage, stageKey } from '../../../shared/model/ruptureView.ts';
import { type CommitDeps, saveDraft } from './commit.ts';
import { whoAmI } from './me.ts';
import { draftsUnder, type KnownDraft } from './read.ts';

export type Gate = {
  /** Where the answer is kept; null while nothing was answered. */
  readonly item: string | null;
  readonly gate: GateAnswer | null;
  /** The stages it was answered at, by `stageKey`. */
  readonly answeredAt: readonly string[];
};

/** What I answered at the gate of a repair. Of answers given on two of my computers the latest counts, and each stage was answered. */
export function gateIn(drafts: readonly KnownDraft[]): Gate {
  const kept = drafts.flatMap((draft) => (draft.kind === 'ruptureGate' ? [draft] : []));
  const latest = kept.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (latest === undefined) return { item: null, gate: null, answeredAt: [] };
  const answeredAt = kept.flatMap(({ body }) => body.answeredAt);
  return { item: latest.item, gate: latest.body.gate, answeredAt };
}

/** Keeps a private answer at the gate, and that this stage has had its question. */
export function keepGate(
  deps: CommitDeps,
  rupture: string,
  at: { readonly stage: RuptureStage; readonly cycle: number },
  gate: GateAnswer,
): void {
  const db: Database = deps.vault.db();
  const before = gateIn(draftsUnder(db, rupture));
  saveDraft(deps, {
    kind: 'ruptureGate',
    ...(before.item === null ? {} : { item: before.item }),
    space: whoAmI(db).selfSpace,
    subject: rupture,
    body: { gate, stage: at.stage, answeredAt: [...new Set([...before.answeredAt, stageKey(at)])] },
  });
}
