import type { Role } from './member.ts';
import type { PlaceView, SessionView } from './sessionView.ts';

/** Topics one person brought to a session, and how many of them have words of anybody under them. */
export type Brought = { readonly brought: number; readonly reached: number };

/**
 * Whose topics a session came to, from what is shown in it. It counts topics, never words or minutes: a topic was reached
 * when somebody said something under it.
 */
export function balanceOf(view: SessionView): Readonly<Record<Role, Brought>> {
  return { supervisee: broughtBy(view, 'supervisee'), supervisor: broughtBy(view, 'supervisor') };
}

function broughtBy(view: SessionView, role: Role): Brought {
  const topics = view.topics.filter((topic) => topic.topic?.role === role);
  return { brought: topics.length, reached: topics.filter(hasWords).length };
}

function hasWords(place: PlaceView): boolean {
  const { voices, differences, decisions, promises } = place;
  return [voices, differences, decisions, promises].some((said) => said.length > 0);
}
