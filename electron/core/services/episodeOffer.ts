import type { Input, Output } from '../../../shared/contract/index.ts';
import { isUnsaid } from '../../../shared/model/episode.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { mustNotBeSigned } from '../exchange/signing.ts';
import { inOneTransaction, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsUnder, getDraft } from '../items/read.ts';
import { readSession, type SessionOnFile } from '../items/session.ts';
import { myStatement, saveInSession, subjectOf } from '../items/sessionPlace.ts';

/**
 * Words about something that was not said become words of mine in a session that I have not shown. They are a copy: that
 * they were taken there is noted at the episode, in the self-space, and nothing there names the episode.
 */
function offerEpisode(deps: Deps, input: Input<'episodes.offer'>): Output<'episodes.offer'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, body } = getDraft(db, 'episode', input.item);
    if (!isUnsaid(body)) throw new AppError('bad_input', 'only what was not said is taken to a session');
    const onFile = readSession(db, input.session);
    mustBeOpen(deps, onFile);
    const topic = input.topic ?? newTopic(deps, onFile, input.title);
    const voice = addWords(deps, onFile, topic, input.text.trim());
    const carriedTo = [...new Set([...body.carriedTo, onFile.session])];
    saveDraft(deps, { kind: 'episode', item, space: whoAmI(db).selfSpace, body: { ...body, carriedTo } });
    return { topic, voice };
  });
}

/** A corridor record is over when it is written. */
function mustBeOpen(deps: Deps, onFile: SessionOnFile): void {
  if (onFile.meeting === 'corridor') throw new AppError('bad_input', 'a corridor record is over');
  if (onFile.pair.endedAt !== null) throw new AppError('pair_ended', 'this pair has ended');
  mustNotBeSigned(deps.vault.db(), onFile.session);
}

function newTopic(deps: Deps, { space, session }: SessionOnFile, title: string): string {
  if (title.trim() === '') throw new AppError('bad_input', 'a new topic has a name');
  const body = { title: title.trim(), from: null };
  return saveDraft(deps, { kind: 'topic', space, subject: session, body });
}

/** One voice a place: what I wrote or showed there already stays, and these words come below it. */
function addWords(deps: Deps, { space, session }: SessionOnFile, topic: string, text: string): string {
  const db = deps.vault.db();
  const { subject, part } = subjectOf(db, session, topic);
  const draft = draftsUnder(db, subject).find((one) => one.kind === 'voice' && one.subject === subject);
  const known = draft?.kind === 'voice' ? draft : myStatement(db, 'voice', subject);
  const whole = [known?.body.text.trimEnd() ?? '', text].filter((words) => words !== '').join('\n');
  const body = { part, text: whole, scribed: known?.body.scribed ?? null };
  return saveInSession(deps, { kind: 'voice', item: known?.item ?? null, space, subject, body });
}

export const episodeOfferApi = { 'episodes.offer': offerEpisode } as const;
