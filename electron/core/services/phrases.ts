import { readFile, stat } from 'node:fs/promises';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PhraseTeam, PhraseView } from '../../../shared/contract/phrases.ts';
import { findIdentifiers } from '../../../shared/language/identifiers.ts';
import { type PhraseBody, phraseFileSchema } from '../../../shared/model/phrase.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { knownNames } from '../documents/listedNames.ts';
import { phraseSheet } from '../documents/phraseSheet.ts';
import { savePdf } from '../documents/savePdf.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { chooseExport, mustBeExport, writeExport } from '../exportFile.ts';
import { getCircle, listCircles, mustBeIn } from '../items/circle.ts';
import { inOneTransaction, say, saveDraft, setRemoved, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getPair, listPairs } from '../items/pair.ts';
import { draftsOf, getDraft, getStatement, spaceOf, statementsOf } from '../items/read.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';

type Which = { readonly item: string };

/** A phrasebook of 500 phrases at their longest, with room to spare. */
const fileLimit = 8 * 2 ** 20;

function listPhrases(deps: Deps): Output<'phrases.list'> {
  const all = [...ownPhrases(deps), ...shownPhrases(deps)];
  return {
    phrases: all.sort((a, b) => a.say.localeCompare(b.say) || (a.item < b.item ? -1 : 1)),
    teams: teamsOf(deps),
  };
}

function savePhrase(deps: Deps, input: Input<'phrases.save'>): Output<'phrases.save'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { item, ...phrase } = input;
    const before = item === null ? null : getDraft(db, 'ownPhrase', item);
    const saved = saveDraft(deps, {
      kind: 'ownPhrase',
      ...(before === null ? {} : { item: before.item }),
      space: whoAmI(db).selfSpace,
      body: { ...phrase, from: before?.body.from ?? '' },
    });
    return { item: saved };
  });
}

function removePhrase(deps: Deps, input: Which): Output<'phrases.remove'> {
  getDraft(deps.vault.db(), 'ownPhrase', input.item);
  setRemoved(deps, input.item, true);
  return {};
}

function restorePhrase(deps: Deps, input: Which): Output<'phrases.restore'> {
  getDraft(deps.vault.db(), 'ownPhrase', input.item);
  setRemoved(deps, input.item, false);
  return {};
}

function showPhrase(deps: Deps, input: Input<'phrases.show'>): Output<'phrases.show'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { from: _, ...body } = getDraft(db, 'ownPhrase', input.item).body;
    mustBeTeam(deps, input.space);
    const isSaid = statementsOf(db, 'phrase', input.space).some((one) => isSame(one.body, body));
    if (isSaid) throw new AppError('conflict', 'this phrase is in that phrasebook already');
    return { item: say(deps, { kind: 'phrase', space: input.space, body }) };
  });
}

function takeBackPhrase(deps: Deps, input: Which): Output<'phrases.takeBack'> {
  return inOneTransaction(deps, () => {
    const { owner, item } = getStatement(deps.vault.db(), 'phrase', input.item);
    if (owner !== whoAmI(deps.vault.db()).identity) {
      throw new AppError('not_yours', 'only who showed a phrase can take it back');
    }
    withdraw(deps, item);
    return {};
  });
}

function checkPhrases(deps: Deps, { items, title }: Input<'phrases.check'>): Output<'phrases.check'> {
  return { found: foundIn(deps, title, chosenPhrases(deps, items)) };
}

/** Each text is looked at by itself: the time of a look grows faster than its text. */
function foundIn(deps: Deps, title: string, phrases: readonly PhraseBody[]): string[] {
  const options = { names: knownNames(deps.vault.db()), period: civilDate(deps.platform.now()) };
  const texts = [title, ...phrases.flatMap((one) => [one.say, one.insteadOf, one.why])];
  const found = texts.flatMap((text) =>
    findIdentifiers(text, options).map(({ start, end }) => text.slice(start, end)),
  );
  return [...new Set(found)];
}

async function exportPhrases(deps: Deps, input: Input<'phrases.export'>): Promise<Output<'phrases.export'>> {
  const { title, language } = input;
  const phrases = chosenPhrases(deps, input.items);
  if (foundIn(deps, title, phrases).length > 0 && !input.looked) {
    throw new AppError('identifiers_found', 'something that may point to a person was not looked at');
  }
  const noteExport = (bytes: Uint8Array) =>
    appendLedger(deps.vault.db(), deps.platform.now(), 'export', null, sha256(bytes));
  const asks = dialogTitle(deps.platform, 'dialogs.phrasesOut');
  if (input.format === 'pdf') {
    const sheet = phraseSheet(title, phrases, language);
    return { path: await savePdf(deps.platform, { sheet, path: input.path, dialogTitle: asks }, noteExport) };
  }
  const path =
    input.path ?? (await chooseExport(deps.platform, { title: asks, name: 'phrasebook', extension: 'json' }));
  if (path === null) return { path };
  mustBeExport(path, 'json');
  const file = phraseFileSchema.parse({ format: 'twovoice-phrases/1', title, phrases });
  const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8');
  writeExport(path, bytes);
  noteExport(bytes);
  return { path };
}

async function readPhrases(deps: Deps, input: Input<'phrases.read'>): Promise<Output<'phrases.read'>> {
  deps.vault.db();
  const path =
    input.path ??
    (await deps.platform.chooseFile({
      title: dialogTitle(deps.platform, 'dialogs.phrasesIn'),
      extensions: ['json'],
    }));
  if (path === null) return { file: null };
  return { file: await readPhraseFile(path) };
}

/** Throws 'file_unreadable' for anything that is not a phrasebook, whole. */
async function readPhraseFile(path: string) {
  try {
    const { size } = await stat(path);
    if (size > fileLimit) throw new RangeError('larger than any phrasebook');
    return phraseFileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new AppError('file_unreadable', 'this file is no phrasebook');
  }
}

function takeIn(deps: Deps, input: Input<'phrases.takeIn'>): Output<'phrases.takeIn'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const space = whoAmI(db).selfSpace;
    const known: PhraseBody[] = ownPhrases(deps);
    let kept = 0;
    for (const phrase of input.phrases) {
      if (known.some((one) => isSame(one, phrase))) continue;
      saveDraft(deps, { kind: 'ownPhrase', space, body: { ...phrase, from: input.from } });
      known.push(phrase);
      kept += 1;
    }
    return { kept };
  });
}

function ownPhrases(deps: Deps): PhraseView[] {
  return draftsOf(deps.vault.db(), 'ownPhrase').map(({ item, body }) => ({
    ...body,
    item,
    space: null,
    mine: true,
    by: null,
  }));
}

/** What stands in pairs and circles, also in those that ended: it was said to me. */
function shownPhrases(deps: Deps): PhraseView[] {
  const db = deps.vault.db();
  const me = whoAmI(db).identity;
  const names = new Map(
    (db.prepare('SELECT id, name FROM identity').all() as { id: string; name: string }[]).map((one) => [
      one.id,
      one.name,
    ]),
  );
  return statementsOf(db, 'phrase', null).map(({ item, owner, body }) => ({
    ...body,
    item,
    space: spaceOf(db, item),
    mine: owner === me,
    by: owner === me ? null : (names.get(owner) ?? ''),
    from: '',
  }));
}

function teamsOf(deps: Deps): PhraseTeam[] {
  const db = deps.vault.db();
  return [
    ...listPairs(db).map(({ space, other, endedAt }) => ({
      space,
      name: other.name,
      names: [other.name],
      isOpen: endedAt === null,
    })),
    ...listCircles(db).map(({ space, name, members, leftAt }) => ({
      space,
      name,
      names: members.filter((one) => one.known !== 'me' && one.here !== 'left').map((one) => one.name),
      isOpen: leftAt === null,
    })),
  ];
}

/** A pair, or a circle I am in; throws 'not_joined' else. That a pair has ended is refused where it is said. */
function mustBeTeam(deps: Deps, space: string): void {
  const db = deps.vault.db();
  if (listCircles(db).some((circle) => circle.space === space)) mustBeIn(getCircle(db, space));
  else getPair(db, space);
}

/** Without names, spaces and where they came from. Throws 'not_found' for what is no phrase here. */
function chosenPhrases(deps: Deps, items: readonly string[]): PhraseBody[] {
  const all = new Map([...ownPhrases(deps), ...shownPhrases(deps)].map((one) => [one.item, one]));
  return items.map((item) => {
    const one = all.get(item);
    if (one === undefined) throw new AppError('not_found', 'there is no such phrase');
    const { say, insteadOf, why, language } = one;
    return { language, say, insteadOf, why };
  });
}

function isSame(one: PhraseBody, other: PhraseBody): boolean {
  return one.language === other.language && one.say.trim() === other.say.trim();
}

/** One line a call, for api.ts. */
export const phrasesApi = {
  'phrases.list': listPhrases,
  'phrases.save': savePhrase,
  'phrases.remove': removePhrase,
  'phrases.restore': restorePhrase,
  'phrases.show': showPhrase,
  'phrases.takeBack': takeBackPhrase,
  'phrases.check': checkPhrases,
  'phrases.export': exportPhrases,
  'phrases.read': readPhrases,
  'phrases.takeIn': takeIn,
} as const;
