import type { PackFormat } from '../../../shared/model/evidence.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import type { Platform } from '../platform.ts';
import { toHtml } from './toHtml.ts';
import { toJson } from './toJson.ts';
import { toWord } from './toWord.ts';

/** The document's bytes in one format. Every format says the same words. */
export async function renderDocument(
  platform: Platform,
  document: PackDocument,
  format: PackFormat,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return toWord(document, platform.now());
    case 'pdf':
      return platform.printToPdf(toHtml(document));
    case 'html':
      return new TextEncoder().encode(toHtml(document));
    case 'json':
      return new TextEncoder().encode(toJson(document));
  }
}
