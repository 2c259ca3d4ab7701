import { isKind, type Kind } from '../../../shared/model/kinds.ts';
import type { Deps } from '../deps.ts';
import { type Applied, applyRevision, parseRevision } from './applyRevision.ts';
import { isOver, noteEnd } from './facilitationEnding.ts';

/** All that is ever said where a third person came: nothing of the pair's own record, so nothing that could be signed or given on. */
const saidHere: readonly Kind[] = [
  'facilitationHere',
  'facilitationEnd',
  'facilitationAccount',
  'facilitationNeed',
  'facilitationHeard',
  'facilitationWords',
  'notice',
];

/** Judges one revision said in a facilitated space. Null for what comes after the end: it is not taken in, and nobody is told. */
export function applyFacilitated(
  deps: Deps,
  packet: { readonly space: string; readonly sender: string; readonly at: string },
  entry: { readonly hash: string; readonly bytes: string },
): Applied | null {
  const db = deps.vault.db();
  const kind = parseRevision(entry)?.kind;
  if (isOver(db, packet.space) && kind !== 'facilitationEnd') return null;
  if (kind !== undefined && isKind(kind) && !saidHere.includes(kind)) {
    return { outcome: 'refused', code: 'revision_malformed' };
  }
  const applied = applyRevision(db, packet, entry);
  noteEnd(deps, packet.space);
  return applied;
}
