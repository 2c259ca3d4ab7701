import type { Language } from '../../../shared/i18n/index.ts';
import { chooseExport, mustBeExport, writeExport } from '../exportFile.ts';
import type { Platform } from '../platform.ts';
import { escapeHtml } from './toHtml.ts';
import { htmlStyle } from './htmlStyle.ts';

/** What stands on a sheet of paper. `body` is HTML that was made from escaped text; `style` comes after the common one. */
export type Sheet = {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly style?: string;
};

type Where = { readonly path: string | null; readonly dialogTitle: string };
type BeforeWriting = (bytes: Uint8Array) => void;

/**
 * Prints a sheet to a PDF at `path`, or where the person chooses; null when they change their mind. `beforeWriting` runs
 * once it is printed and the place is known. Throws 'bad_input' for a path that is not a PDF's, 'file_unwritable'.
 */
export async function savePdf(
  platform: Platform,
  input: Where & { readonly sheet: Sheet },
  beforeWriting: BeforeWriting = () => undefined,
): Promise<string | null> {
  const { sheet } = input;
  const name = sheet.title.replace(/[^\p{L}\p{N} .-]+/gu, ' ').trim();
  const print = () => platform.printToPdf(sheetToHtml(sheet));
  return savePrint(platform, { ...input, name, print }, beforeWriting);
}

/** What the window shows now, likewise; `name` is offered for the file. */
export async function saveWindow(
  platform: Platform,
  input: Where & { readonly name: string },
  beforeWriting: BeforeWriting,
): Promise<string | null> {
  return savePrint(platform, { ...input, print: () => platform.printWindow() }, beforeWriting);
}

async function savePrint(
  platform: Platform,
  input: Where & { readonly name: string; readonly print: () => Promise<Uint8Array> },
  beforeWriting: BeforeWriting,
): Promise<string | null> {
  const { name, dialogTitle: title } = input;
  const path = input.path ?? (await chooseExport(platform, { title, name, extension: 'pdf' }));
  if (path === null) return null;
  mustBeExport(path, 'pdf');
  const bytes = await input.print();
  beforeWriting(bytes);
  writeExport(path, bytes);
  return path;
}

/** One self-contained page of a sheet: no script, no outside resource. */
function sheetToHtml(sheet: Sheet): string {
  return `<!doctype html>
<html lang="${sheet.language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(sheet.title)}</title>
<style>${htmlStyle}${sheet.style ?? ''}</style>
</head>
<body>
<main>
${sheet.body}
</main>
</body>
</html>
`;
}
