import { createContext, useContext } from 'react';
import type { SessionPage } from '../../../shared/contract/sessions.ts';
import type { Role } from '../../../shared/model/member.ts';

export type Draft = SessionPage['mine'][number];
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

export type InSession = {
  readonly page: SessionPage;
  /** Whose words are typed now: mine, or in Together mode perhaps the guest's. */
  readonly typingFor: Role;
  /** Both have signed: what stands here no longer changes. */
  readonly isSigned: boolean;
  readonly nameOf: (role: Role) => string;
  /** Which questions are asked at a place, while this page is open; null for the first. */
  readonly wayAt: (place: string) => string | null;
  readonly chooseWay: (place: string, way: string) => void;
  /** To be called when something was shown, so that it is said once, quietly. */
  readonly onShown: () => void;
};

export const SessionContext = createContext<InSession | null>(null);

/** The session on the screen. Only inside of SessionPage. */
export function useSession(): InSession {
  const value = useContext(SessionContext);
  if (value === null) throw new Error('useSession outside of a session');
  return value;
}

export function otherRole(role: Role): Role {
  return role === 'supervisor' ? 'supervisee' : 'supervisor';
}

/** My drafts of one kind at one place; null for those that belong to no place. */
export function draftsAt<K extends Draft['kind']>(
  page: SessionPage,
  kind: K,
  place: string | null,
): DraftOf<K>[] {
  return page.mine.filter((draft): draft is DraftOf<K> => draft.kind === kind && draft.place === place);
}
