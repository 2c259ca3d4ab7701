import type { NoticedView } from '../../../shared/contract/ruptures.ts';

/** What is written in a private note; which item it is and what it was named as are not for its fields to change. */
export type Note = Omit<NoticedView, 'item' | 'namedAs' | 'about'>;
