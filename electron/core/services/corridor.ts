import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { eraseItem, inOneTransaction, say, saveDraft } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf } from '../items/read.ts';
import { stampOf } from '../items/sessionDrafts.ts';

function getNote(deps: Deps): Output<'corridor.note'> {
  const draft = noteBegun(deps);
  if (draft === undefined) return { note: null };
  return { note: { item: draft.item, stamp: stampOf(draft.body), body: draft.body } };
}

function saveNote(deps: Deps, body: Input<'corridor.save'>): Output<'corridor.save'> {
  return inOneTransaction(deps, () => {
    const draft = { kind: 'corridorNote', space: whoAmI(deps.vault.db()).selfSpace, body } as const;
    const known = noteBegun(deps);
    saveDraft(deps, known === undefined ? draft : { ...draft, item: known.item });
    return { stamp: stampOf(body) };
  });
}

function showNote(deps: Deps, input: Input<'corridor.show'>): Output<'corridor.show'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const note = noteBegun(deps);
    if (note === undefined) throw new AppError('not_found', 'there is no corridor record to show');
    const { title, text, decision, promise } = note.body;
    if (stampOf(note.body) !== input.stamp) throw new AppError('conflict', 'these words have changed since');
    if (note.body.space === null || title.trim() === '' || text.trim() === '') {
      throw new AppError('bad_input', 'a corridor record needs a person, a title and words');
    }
    const { space } = getPair(db, note.body.space);
    const session = say(deps, { kind: 'session', space, body: { date: input.date, kind: 'corridor' } });
    const subject = say(deps, { kind: 'topic', space, subject: session, body: { title, from: null } });
    say(deps, { kind: 'voice', space, subject, body: { part: null, text, scribed: null } });
    if (decision.text.trim() !== '') {
      if (decision.who === null) throw new AppError('bad_input', 'a decision says who could make it');
      const body = { ...decision, alternatives: '', tookPart: '' };
      say(deps, { kind: 'decision', space, subject, body });
    }
    if (promise.text.trim() !== '') {
      const body = { ...promise, state: 'open', why: '', markedIn: null } as const;
      say(deps, { kind: 'promise', space, subject, body });
    }
    eraseItem(deps, note.item);
    return { session };
  });
}

function dropNote(deps: Deps): Output<'corridor.drop'> {
  const note = noteBegun(deps);
  if (note !== undefined) eraseItem(deps, note.item);
  return {};
}

/** There is one at a time: whoever is called away finds it again where they left it. */
function noteBegun(deps: Deps) {
  return draftsOf(deps.vault.db(), 'corridorNote')[0];
}

export const corridorApi = {
  'corridor.note': getNote,
  'corridor.save': saveNote,
  'corridor.show': showNote,
  'corridor.drop': dropNote,
} as const;
