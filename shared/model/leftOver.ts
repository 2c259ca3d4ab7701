import type { PlaceView } from './sessionView.ts';

/**
 * Why a topic may be wanted again: somebody said "Later", or it was not reached. Reached means that anyone showed words
 * under it (a voice, words typed for somebody, a difference, a decision, a promise) or said that they agree or differ. Null: it
 * was reached and nobody put it off.
 */
export function whyLeftOver(place: PlaceView): 'later' | 'notReached' | null {
  const stances = [place.stances.supervisee, place.stances.supervisor];
  if (stances.includes('later')) return 'later';
  const { voices, scribed, differences, decisions, promises } = place;
  const isReached =
    [voices, scribed, differences, decisions, promises].some((said) => said.length > 0) ||
    stances.some((stance) => stance !== null);
  return isReached ? null : 'notReached';
}
