import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { blocksText, documentBlocks } from '../../shared/model/documentBlocks.ts';
import { packDocumentSchema } from '../../shared/model/packDocument.ts';

/** All the words of a document in reading order, white space evened out: the same for every format that says the same. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

export function textOfHtml(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  const bare = body.replace(/<[^>]+>/g, ' ');
  return plain(
    bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
}

/** The words of word/document.xml; page numbers live in another part. */
export function textOfWord(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const bare = xml.replace(/<\/w:p>/g, ' ').replace(/<[^>]+>/g, '');
  return plain(
    bare
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}

/** The words as LibreOffice reads them. */
export function textByLibreOffice(docx: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'appraisal.docx');
    writeFileSync(file, docx);
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      file,
    ]);
    return plain(readFileSync(join(folder, 'appraisal.txt'), 'utf8').replace('\ufeff', ''));
  });
}

/** The words of a PDF without its page numbers ("1 / 2" at the foot of a page). */
export function textOfPdf(pdf: Uint8Array): string {
  const text = runOnPdf('pdftotext', pdf, ['-raw'], ['-']);
  return plain(text.replace(/^\f?\d+ \/ \d+$/gm, ' '));
}

/** The structure tree as poppler prints it. */
export function structureOfPdf(pdf: Uint8Array): string {
  return runOnPdf('pdfinfo', pdf, ['-struct'], []);
}

export function textOfJson(json: string): string {
  return plain(blocksText(documentBlocks(packDocumentSchema.parse(JSON.parse(json)))).join(' '));
}

function runOnPdf(command: string, pdf: Uint8Array, before: string[], after: string[]): string {
  return inFolder((folder) => {
    const file = join(folder, 'appraisal.pdf');
    writeFileSync(file, pdf);
    return execFileSync(command, [...before, file, ...after], { encoding: 'utf8' });
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'twovoice-document-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
