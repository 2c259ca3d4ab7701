import type { Input, Output } from '../../../shared/contract/index.ts';
import { answerTo } from '../../../shared/model/foldSession.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { readSigning, setAsideProposals } from '../exchange/signing.ts';
import { inOneTransaction, say } from '../items/commit.ts';
import { getStatement } from '../items/read.ts';
import { mustSessionOf, readSession, type SessionOnFile } from '../items/session.ts';
import { myStatement, saveInSession, subjectOf } from '../items/sessionPlace.ts';
import { touchInSitting } from '../together.ts';

/** Words typed in the room for the other: my item, and nobody's voice until their own vault answers. */
function saveScribed(deps: Deps, input: Input<'scribing.save'>): Output<'scribing.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { session, place, item, text } = input;
    const onFile = readSession(db, session);
    const { subject, part } = subjectOf(db, session, place);
    const body = { for: onFile.pair.other.identity, part, text };
    const saved = saveInSession(deps, { kind: 'scribed', item, space: onFile.space, subject, body });
    touchInSitting(deps, saved);
    return { item: saved };
  });
}

/**
 * Keeps, changes or removes what was typed for me. Kept and changed words become my own voice; once both have signed, they
 * become later words of mine instead. Answering again replaces the answer before.
 */
function answerScribed(deps: Deps, input: Input<'scribing.answer'>): Output<'scribing.answer'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const onFile = readSession(db, mustSessionOf(db, input.item));
    const scribed = getStatement(db, 'scribed', input.item);
    const me = onFile.pair.me.identity;
    if (scribed.body.for !== me || scribed.owner === me) {
      throw new AppError('not_yours', 'only the person they were typed for can answer');
    }
    const before = answerTo(onFile.statements, scribed);
    if (before !== null && before !== 'removed') {
      throw new AppError('conflict', 'these words are your own voice now');
    }
    if (input.answer !== 'removed') {
      const text = input.answer === 'changed' ? input.text : scribed.body.text;
      if (text.trim() === '') throw new AppError('bad_input', 'there are no words to keep');
      takeAsMine(deps, onFile, scribed, text);
    }
    const mine = myStatement(db, 'scribeAnswer', scribed.item);
    const draft = { kind: 'scribeAnswer', space: onFile.space, subject: scribed.item } as const;
    const body = { answer: input.answer };
    say(deps, mine === undefined ? { ...draft, body } : { ...draft, body, item: mine.item });
    setAsideProposals(deps, onFile.session);
    return {};
  });
}

function takeAsMine(
  deps: Deps,
  onFile: SessionOnFile,
  scribed: {
    readonly item: string;
    readonly subject: string | null;
    readonly body: { readonly part: 'arriving' | 'howWeWork' | 'beforeWeGo' | null };
  },
  text: string,
): void {
  const { signed } = readSigning(onFile);
  const last = signed.at(-1);
  const { space, session } = onFile;
  if (last !== undefined) {
    say(deps, { kind: 'amendment', space, subject: session, body: { previous: last.hash, text } });
    return;
  }
  const body = { part: scribed.body.part, text, scribed: scribed.item };
  say(deps, { kind: 'voice', space, subject: scribed.subject, body });
}

export const scribingApi = {
  'scribing.save': saveScribed,
  'scribing.answer': answerScribed,
} as const;
