import type { Input, Output } from '../../../shared/contract/index.ts';
import { findIdentifiers, type Identifier } from '../../../shared/language/identifiers.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { documentTexts } from '../documents/documentTexts.ts';
import { knownNames } from '../documents/listedNames.ts';
import { savePdf } from '../documents/savePdf.ts';
import { escapeHtml } from '../documents/toHtml.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { inOneTransaction } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { dialogTitle } from '../vault/dialogTitle.ts';

/** A case file is not a supervision file: names of the two people who spoke are looked for like any listed name. */
function findAll(deps: Deps, { text, date }: { text: string; date: string }): Identifier[] {
  return findIdentifiers(text, { names: knownNames(deps.vault.db()), period: date });
}

function checkExtract(deps: Deps, input: Input<'extracts.check'>): Output<'extracts.check'> {
  return { findings: findAll(deps, input).map(({ kind, start, end }) => ({ kind, start, end })) };
}

function copyExtract(deps: Deps, input: Input<'extracts.copy'>): Output<'extracts.copy'> {
  refuseUnkept(deps, input);
  noteExport(deps, sha256(input.text));
  return {};
}

async function printExtract(deps: Deps, input: Input<'extracts.print'>): Promise<Output<'extracts.print'>> {
  refuseUnkept(deps, input);
  const { text, language } = input;
  const title = documentTexts(language).say('documents.extract.title');
  const body = text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part)}</p>`)
    .join('\n');
  // On the paper stands the text that was looked at and no heading of ours; the title is for the window it is read in.
  const sheet = { language, title, body };
  const path = await savePdf(
    deps.platform,
    { sheet, path: input.path, dialogTitle: dialogTitle(deps.platform, 'dialogs.print') },
    (bytes) => noteExport(deps, sha256(bytes)),
  );
  return { path };
}

function refuseUnkept(deps: Deps, input: Input<'extracts.copy'>): void {
  if (input.text.trim() === '') throw new AppError('bad_input', 'there are no words to take out');
  if (findAll(deps, input).some(({ kind }) => !input.kept.some((one) => one === kind))) {
    throw new AppError('identifiers_found', 'something that may point to a person was not looked at');
  }
}

/** That something left is noted; what it came from is not, so that nothing leads back to a page. */
function noteExport(deps: Deps, hash: string): void {
  inOneTransaction(deps, () => {
    appendLedger(deps.vault.db(), deps.platform.now(), 'export', null, hash);
  });
}

export const extractsApi = {
  'extracts.check': checkExtract,
  'extracts.copy': copyExtract,
  'extracts.print': printExtract,
} as const;
