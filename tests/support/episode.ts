import type { Input } from '../../shared/contract/index.ts';

/** An episode of which one word was said. */
export const oneWord: Input<'episodes.save'> = {
  item: null,
  at: null,
  what: 'helpless',
  weight: null,
  kinds: [],
  obstacles: [],
  obstacleWords: '',
  said: null,
  saidTo: '',
  more: '',
  stake: '',
  wanted: '',
  done: '',
  people: [],
  supportAsked: '',
  supportGiven: '',
  organisationAsk: '',
  askAgain: 'never',
};
