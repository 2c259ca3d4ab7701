import type { Database } from 'better-sqlite3';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { RuptureBody, RuptureNoticedBody } from '../../../shared/model/rupture.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction, say, saveDraft, setRemoved } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft } from '../items/read.ts';

/** A private note to write in: the one in which nothing has been said yet, else a new one. */
function noticeRupture(deps: Deps): Output<'ruptures.notice'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const noticedOn = civilDate(deps.platform.now());
    const unused = draftsOf(db, 'ruptureNoticed').find((draft) => isUnsaid(draft.body));
    const item = saveDraft(deps, {
      kind: 'ruptureNoticed',
      ...(unused === undefined ? {} : { item: unused.item }),
      space: whoAmI(db).selfSpace,
      body: { ...emptyNote, noticedOn },
    });
    return { item };
  });
}

function saveNoticed(deps: Deps, input: Input<'ruptures.saveNoticed'>): Output<'ruptures.saveNoticed'> {
  return inOneTransaction(deps, () => {
    const { item, ...rest } = input;
    if (rest.noticedOn > civilDate(deps.platform.now())) {
      throw new AppError('date_in_future', 'a day in the future cannot have been noticed yet');
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
    writeNote(deps, input.item, (note) => ({ ...note, namedAs: rupture }));
    return { rupture };
  });
}

type Naming = { readonly body: RuptureBody; readonly bytes: string; readonly to: string };

function naming(db: Database, input: { readonly item: string; readonly space: string }): Naming {
  const { body: note } = getDraft(db, 'ruptureNoticed', input.item);
  const pair = getPair(db, input.space);
  if (note.namedAs !== null) throw new AppError('conflict', 'this was named already');
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

const emptyNote: Omit<RuptureNoticedBody, 'noticedOn'> = {
  what: '',
  severity: null,
  shape: null,
  signs: [],
  frequency: null,
  touches: [],
  gate: null,
  draftWords: '',
  draftMyPart: '',
  namedAs: null,
};

function isUnsaid(body: RuptureNoticedBody): boolean {
  const { noticedOn: _, ...rest } = body;
  return toCanonical(rest) === toCanonical(emptyNote);
}

/** The day it is where the person is, `YYYY-MM-DD`. */
function civilDate(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One line a call, for api.ts. */
export const rupturesNoticedApi = {
  'ruptures.notice': noticeRupture,
  'ruptures.saveNoticed': saveNoticed,
  'ruptures.removeNoticed': removeNoticed,
  'ruptures.restoreNoticed': restoreNoticed,
  'ruptures.preview': previewNaming,
  'ruptures.name': nameRupture,
} as const;
