import type { SigningState } from '../../../shared/contract/signing.ts';
import { roleOf } from '../../../shared/model/foldSession.ts';
import { workingDaysAfter } from '../../../shared/model/workingDays.ts';
import type { SessionOnFile } from '../items/session.ts';
import type { Signing } from './signing.ts';

const suggestedWorkingDays = 5;

/** The signing of a session as the window shows it. */
export function signingState(onFile: SessionOnFile, signing: Signing): SigningState {
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
    hasWords: hasWords(signing),
    unsigned: signing.words.filter((one) => one.kind === 'amendment').map((one) => one.hash),
  };
}

/** A session's own date is nothing to sign. */
function hasWords(signing: Signing): boolean {
  return signing.words.some((statement) => statement.kind !== 'session');
}
