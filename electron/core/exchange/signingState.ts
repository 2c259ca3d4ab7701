import type { SigningState } from '../../../shared/contract/signing.ts';
import { roleOf } from '../../../shared/model/foldSession.ts';
import { recordKindOf } from '../../../shared/model/recordKinds.ts';
import { workingDaysAfter } from '../../../shared/model/workingDays.ts';
import type { SubjectOnFile } from '../items/recordSubject.ts';
import type { Signing } from './signing.ts';

const suggestedWorkingDays = 5;

/** The signing of an item as the window shows it. */
export function signingState(onFile: SubjectOnFile, signing: Signing): SigningState {
  const role = (identity: string) => roleOf(onFile, { owner: identity });
  const name = (identity: string) => onFile.members.find((one) => one.identity === identity)?.name ?? '';
  const { open } = signing;
  return {
    signed: signing.signed.map((one) => ({
      hash: one.hash,
      previous: one.record.previous,
      frozenAt: one.record.frozenAt,
      signatures: one.signatures
        .map((signature) => ({
          role: role(signature.by),
          name: name(signature.by),
          note: signature.note,
          at: signature.at,
        }))
        .sort((a, b) => (a.role === b.role ? 0 : a.role === 'supervisee' ? -1 : 1)),
    })),
    open:
      open === null
        ? null
        : {
            proposal: open.item,
            hash: open.hash,
            by: role(open.by),
            mine: open.by === onFile.pair.me.identity,
            current: open.current,
            note: open.note,
            at: open.at,
            suggestedBy: workingDaysAfter(open.at.slice(0, 10), suggestedWorkingDays),
          },
    newerWords: signing.newerWords === null ? null : role(signing.newerWords),
    ignored: signing.ignored.map(({ by, why }) => ({ role: role(by), why })),
    hasWords: hasWords(onFile, signing),
    unsigned: signing.words.filter((one) => one.kind === 'amendment').map((one) => one.hash),
  };
}

/** There is something to sign: a session's own date, say, is nothing by itself. */
export function hasWords(onFile: SubjectOnFile, signing: Signing): boolean {
  const { rootHasWords } = recordKindOf(onFile.kind);
  return signing.words.some((one) => rootHasWords || one.item !== onFile.root);
}
