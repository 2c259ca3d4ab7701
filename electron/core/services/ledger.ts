import { readFile, stat } from 'node:fs/promises';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { longDate } from '../../../shared/i18n/dates.ts';
import { foldText } from '../../../shared/language/foldText.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { ledgerSentences, ledgerTexts } from '../documents/ledgerSentence.ts';
import {
  appendLedger,
  firstLedgerBreak,
  type LedgerEntry,
  ledgerExportAbout,
  readLedger,
} from '../exchange/ledger.ts';
import { checkLedgerFile, makeLedgerFile } from '../exchange/ledgerFile.ts';
import { receivedHeads, type SentHead, sentHeads } from '../exchange/ledgerHeads.ts';
import { meaningsOf } from '../exchange/ledgerMeaning.ts';
import { chooseExport, mustBeExport, writeExport } from '../exportFile.ts';
import { inOneTransaction } from '../items/commit.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';
import { readPreferences } from '../vault/preferencesFile.ts';

type Line = Output<'ledger.list'>['lines'][number];
type State = Output<'ledger.state'>;

function listLedger(deps: Deps, input: Input<'ledger.list'>): Output<'ledger.list'> {
  const db = deps.vault.db();
  const { act, person, from, until } = input;
  const wanted = foldText(input.words).text.trim().split(/\s+/).filter(Boolean);
  const asked = readLedger(db)
    .reverse()
    .filter((entry) => {
      const day = civilDate(new Date(entry.at));
      return (
        (act === null || entry.act === act) &&
        (from === null || day >= from) &&
        (until === null || day <= until)
      );
    });
  const found: Line[] = [];
  // Sentences are made as far as they are needed, a few first: most often the newest entries are all that is asked for.
  const say = sentencesHere(deps);
  let rest = asked;
  for (let size = 100; rest.length > 0 && found.length <= input.limit; size *= 4) {
    for (const { line, people } of linesOf(deps, say, rest.slice(0, size))) {
      const isWith = person === null || people.includes(person);
      const text = foldText(line.sentence).text;
      if (isWith && wanted.every((word) => text.includes(word))) found.push(line);
    }
    rest = rest.slice(size);
  }
  return { lines: found.slice(0, input.limit), more: found.length > input.limit };
}

function ledgerState(deps: Deps): State {
  const db = deps.vault.db();
  const hashes = new Set(readLedger(db).map((entry) => entry.hash));
  const received = receivedHeads(db).reverse();
  const people = db
    .prepare("SELECT id AS identity, name FROM identity WHERE state <> 'me' ORDER BY name COLLATE NOCASE, id")
    .all() as State['people'];
  return {
    brokenAt: firstLedgerBreak(db),
    sent: sentHeads(db)
      .reverse()
      .filter((one, index, all) => !hashes.has(one.head) || isNewest(one, index, all))
      .map((one) => ({
        names: namesIn(deps, one.space),
        at: one.at,
        standing: hashes.has(one.head) ? (one.held ? 'held' : 'sent') : 'gone',
      })),
    received: received
      .filter((one, index) => received.findIndex((other) => other.head === one.head) === index)
      .slice(0, shownHeads)
      .map(({ identity, name, at, head }) => ({ identity, name, at, mark: markOf(head) })),
    people,
  };
}

const shownHeads = 200;

/** Of heads newest first: the newest one that is held in its space, or, when none is, the newest that was sent. */
function isNewest(one: SentHead, index: number, all: readonly SentHead[]): boolean {
  const here = all.filter((other) => other.space === one.space);
  return (here.find((other) => other.held) ?? here[0]) === all[index];
}

async function exportLedger(deps: Deps, input: Input<'ledger.export'>): Promise<Output<'ledger.export'>> {
  const extension = input.as === 'words' ? 'txt' : 'json';
  const title = dialogTitle(deps.platform, 'dialogs.ledgerOut');
  const name = input.as === 'words' ? 'twovoice-list' : 'twovoice-ledger';
  const path = input.path ?? (await chooseExport(deps.platform, { title, name, extension }));
  if (path === null) return { path: null };
  mustBeExport(path, extension);
  const db = deps.vault.db();
  inOneTransaction(deps, () => {
    const entries = db.prepare('SELECT bytes FROM ledger ORDER BY number').pluck().all() as string[];
    const bytes = input.as === 'words' ? Buffer.from(wordsOfLedger(deps), 'utf8') : makeLedgerFile(entries);
    appendLedger(db, deps.platform.now(), 'export', null, ledgerExportAbout);
    writeExport(path, bytes);
  });
  return { path };
}

/** The whole ledger as a text to read, oldest entry first. */
function wordsOfLedger(deps: Deps): string {
  const { language } = readPreferences(deps.platform);
  const say = ledgerTexts(language);
  const db = deps.vault.db();
  const brokenAt = firstLedgerBreak(db);
  const lines = linesOf(deps, sentencesHere(deps), readLedger(db)).map(
    ({ line }) => `${line.number}. ${longDate(language, civilDate(new Date(line.at)))} · ${line.sentence}`,
  );
  const date = longDate(language, civilDate(deps.platform.now()));
  const standing =
    brokenAt === null ? say('ledger.file.whole') : say('ledger.file.broken', { number: brokenAt });
  return `${[say('ledger.file.heading', { date }), standing, '', ...lines].join('\n')}\n`;
}

async function checkLedger(deps: Deps, input: Input<'ledger.check'>): Promise<Output<'ledger.check'>> {
  const title = dialogTitle(deps.platform, 'dialogs.ledgerIn');
  const path = input.path ?? (await deps.platform.chooseFile({ title, extensions: ['json'] }));
  if (path === null) return { verdict: null };
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw unreadable();
  if (info.size > fileLimit) return { verdict: { verdict: 'notALedger' } };
  const bytes = await readFile(path).catch(() => {
    throw unreadable();
  });
  return { verdict: checkLedgerFile(bytes, receivedHeads(deps.vault.db())) };
}

const fileLimit = 200 * 2 ** 20;

function unreadable(): AppError {
  return new AppError('file_unreadable', 'this file could not be read');
}

function linesOf(
  deps: Deps,
  say: ReturnType<typeof ledgerSentences>,
  entries: readonly LedgerEntry[],
): { line: Line; people: string[] }[] {
  return meaningsOf(deps.vault.db(), entries).map(({ entry, meaning }) => ({
    line: { number: entry.number, at: entry.at, act: entry.act, sentence: say(meaning) },
    people: meaning.people.map((person) => person.identity),
  }));
}

function sentencesHere(deps: Deps): ReturnType<typeof ledgerSentences> {
  return ledgerSentences(readPreferences(deps.platform).language);
}

function namesIn(deps: Deps, space: string): string[] {
  return deps.vault
    .db()
    .prepare(
      `SELECT identity.name FROM member JOIN identity ON identity.id = member.identity
       WHERE member.space = ? AND identity.state <> 'me' ORDER BY identity.name COLLATE NOCASE, identity.id`,
    )
    .pluck()
    .all(space) as string[];
}

/** The first sixteen digits of a hash, in fours. */
function markOf(hash: string): string {
  return hash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '';
}

export const ledgerApi = {
  'ledger.list': listLedger,
  'ledger.state': ledgerState,
  'ledger.export': exportLedger,
  'ledger.check': checkLedger,
} as const;
