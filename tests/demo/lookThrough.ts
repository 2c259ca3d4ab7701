import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';

export type Found = { readonly word: string; readonly file: string };

/**
 * Looks for words in every file of a folder but `demo.json`, as bytes (UTF-8 and UTF-16), in file names, in the parts of zipped documents and
 * in the text of PDFs. Returns every place one was found.
 */
export function lookThrough(folder: string, words: readonly string[]): { files: number; found: Found[] } {
  const found: Found[] = [];
  let files = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    for (const word of words) if (name.includes(word)) found.push({ word, file: name });
    if (!entry.isFile() || name === 'demo.json') continue;
    files += 1;
    for (const part of partsOf(path)) {
      for (const word of words) if (holds(part, word)) found.push({ word, file: name });
    }
  }
  return { files, found };
}

function partsOf(path: string): Buffer[] {
  const bytes = readFileSync(path);
  if (extname(path) === '.docx')
    return [bytes, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))];
  if (extname(path) === '.pdf') return [bytes, execFileSync('pdftotext', [path, '-'])];
  return [bytes];
}

function holds(bytes: Buffer, word: string): boolean {
  return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
}
