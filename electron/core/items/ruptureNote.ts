import type { RuptureNoticedBody } from '../../../shared/model/rupture.ts';
import { toCanonical } from './canonical.ts';

/** A private note as it begins, but for its day. */
export const emptyNote: Omit<RuptureNoticedBody, 'noticedOn'> = {
  happenedOn: null,
  what: '',
  triggers: [],
  affected: [],
  steadying: '',
  severity: null,
  shape: null,
  signs: [],
  frequency: null,
  touches: [],
  gate: null,
  draftWords: '',
  draftMyPart: '',
  namedAs: null,
};

/** Whether nothing was said in a note yet: its day alone says nothing. */
export function isUnsaid(body: RuptureNoticedBody): boolean {
  const { noticedOn: _, ...rest } = body;
  return toCanonical(rest) === toCanonical(emptyNote);
}
