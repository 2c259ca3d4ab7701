import type { Database } from 'better-sqlite3';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { RuptureBody, RuptureNoticedBody } from '../../../shared/model/rupture.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction, say, saveDraft, setRemoved } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft } from '../items/read.ts';
import { getRepair, noteOn } from '../items/repair.ts';
import { keepGate } from '../items/ruptureGate.ts';
import { emptyNote, isUnsaid } from '../items/ruptureNote.ts';

/** A private note to write in: the one in which nothing has been said yet, else a new one. */
function noticeRupture(deps: Deps): Output<'ruptures.notice'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const noticedOn = civilDate(deps.platform.now());
    const unused = draftsOf(db, 'ruptureNoticed').find(
      ({ subject, body }) => subject === null && isUnsaid(body),
    );
    const item = saveDraft(deps, {
      kind: 'ruptureNoticed',
      ...(unused === undefined ? {} : { item: unused.item }),
      space: whoAmI(db).selfSpace,
      body: { ...emptyNote, noticedOn },
    });
    return { item };
  });
}

function noteOnRepair(deps: Deps, input: Input<'ruptures.noteOn'>): Output<'ruptures.noteOn'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    getRepair(db, input.item);
    const known = noteOn(db, input.item);
    if (known !== null) return { item: known };
    const item = saveDraft(deps, {
      kind: 'ruptureNoticed',
      space: whoAmI(db).selfSpace,
      subject: input.item,
      body: { ...emptyNote, noticedOn: civilDate(deps.platform.now()) },
    });
    return { item };
  });
}

function saveNoticed(deps: Deps, input: Input<'ruptures.saveNoticed'>): Output<'ruptures.saveNoticed'> {
  return inOneTransaction(deps, () => {
    const { item, ...rest } = input;
    const today = civilDate(deps.platform.now());
    if (rest.noticedOn > today || (rest.happenedOn ?? '') > today) {
      throw new AppError('date_in_future', 'a day in the future cannot have been noticed yet');
    }
    if (rest.happenedOn !== null && rest.happenedOn > rest.noticedOn) {
      throw new AppError('dates_out_of_order', 'it cannot have happened after it was noticed');
    }
    writeNote(deps, item, (body) => ({ ...rest, namedAs: body.namedAs }));
    return {};
  });
}

function removeNoticed(deps: Deps, input: Input<'ruptures.removeNoticed'>): Output<'ruptures.removeNoticed'> {
  getDraft(deps.vault.db(), 'ruptureNoticed', input.item);
  setRemoved(deps, input.item, true);
  return {};
}

function restoreNoticed(
  deps: Deps,
  input: Input<'ruptures.restoreNoticed'>,
): Output<'ruptures.restoreNoticed'> {
  getDraft(deps.vault.db(), 'ruptureNoticed', input.item);
  setRemoved(deps, input.item, false);
  return {};
}

function previewNaming(deps: Deps, input: Input<'ruptures.preview'>): Output<'ruptures.preview'> {
  const { bytes, to } = naming(deps.vault.db(), input);
  return { bytes, hash: sha256(bytes), to };
}

/**
 * Starts the joint repair: an item with an id of its own, made now, that holds the chosen words and nothing else. The
 * private note, its date and all else in it stay where they are.
 */
function nameRupture(deps: Deps, input: Input<'ruptures.name'>): Output<'ruptures.name'> {
  return inOneTransaction(deps, () => {
    const { body, bytes } = naming(deps.vault.db(), input);
    if (sha256(bytes) !== input.hash) throw new AppError('not_newest', 'the words are not those previewed');
    const rupture = say(deps, { kind: 'rupture', space: input.space, body });
    keepGate(deps, rupture, { stage: 'named', cycle: 1 }, 'no');
    writeNote(deps, input.item, (note) => ({ ...note, namedAs: rupture }));
    return { rupture };
  });
}

type Naming = { readonly body: RuptureBody; readonly bytes: string; readonly to: string };

function naming(db: Database, input: { readonly item: string; readonly space: string }): Naming {
  const { body: note, subject } = getDraft(db, 'ruptureNoticed', input.item);
  const pair = getPair(db, input.space);
  if (pair.endedAt !== null)
    throw new AppError('pair_ended', 'nothing new is named in a pair that has ended');
  if (note.namedAs !== null || subject !== null) throw new AppError('conflict', 'this was named already');
  if (note.gate === null) throw new AppError('stage_skipped', 'the gate comes before naming');
  if (note.gate !== 'no') throw new AppError('gate_closed', 'the gate is closed: naming is not offered');
  if (note.draftWords.trim() === '')
    throw new AppError('stage_skipped', 'there are no words for the other yet');
  if (pair.me.role === 'supervisor' && note.draftMyPart.trim() === '') {
    throw new AppError('my_part_first', 'a supervisor who names writes their own part first');
  }
  const body: RuptureBody = { words: note.draftWords, myPart: note.draftMyPart };
  return { body, bytes: toCanonical(body), to: pair.other.name };
}

function writeNote(deps: Deps, item: string, change: (body: RuptureNoticedBody) => RuptureNoticedBody): void {
  const db = deps.vault.db();
  const { body } = getDraft(db, 'ruptureNoticed', item);
  saveDraft(deps, { kind: 'ruptureNoticed', item, space: whoAmI(db).selfSpace, body: change(body) });
}

/** One line a call, for api.ts. */
export const rupturesNoticedApi = {
  'ruptures.notice': noticeRupture,
  'ruptures.noteOn': noteOnRepair,
  'ruptures.saveNoticed': saveNoticed,
  'ruptures.removeNoticed': removeNoticed,
  'ruptures.restoreNoticed': restoreNoticed,
  'ruptures.preview': previewNaming,
  'ruptures.name': nameRupture,
} as const;
