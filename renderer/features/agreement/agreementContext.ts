import { createContext, useContext } from 'react';
import type { AgreementDraft, AgreementPage } from '../../../shared/contract/agreements.ts';
import type { Role } from '../../../shared/model/member.ts';

const AgreementContext = createContext<AgreementPage | null>(null);
export const AgreementProvider = AgreementContext.Provider;

export type InAgreement = {
  readonly page: AgreementPage;
  readonly other: Role;
  readonly otherName: string;
  /** Both have signed: nothing changes here any more. */
  readonly isSigned: boolean;
};

/** The agreement on the screen. Only below its provider. */
export function useAgreement(): InAgreement {
  const page = useContext(AgreementContext);
  if (page === null) throw new Error('there is no agreement around this');
  const other = page.me === 'supervisee' ? 'supervisor' : 'supervisee';
  return { page, other, otherName: page.names[other], isSigned: page.signing.signed.length > 0 };
}

export type DraftOf<K extends AgreementDraft['kind']> = Extract<AgreementDraft, { kind: K }>;

export function draftsOfKind<K extends AgreementDraft['kind']>(page: AgreementPage, kind: K): DraftOf<K>[] {
  return page.mine.filter((draft): draft is DraftOf<K> => draft.kind === kind);
}
