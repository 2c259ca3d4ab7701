import type { Input } from '../../shared/contract/index.ts';
import { unsaidEpisode } from '../../shared/model/episode.ts';

/** An episode of which one word was said. */
export const oneWord: Input<'episodes.save'> = { ...unsaidEpisode, item: null, what: 'helpless' };
