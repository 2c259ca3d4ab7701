import type { EvidenceBody, PackBody } from './evidence.ts';
import { type ConsentState, mayLeave } from './foldConsent.ts';
import type { PackDocument } from './packDocument.ts';

/** A chosen line with how consent stands for one pack. */
export type GatheredLine = {
  readonly item: string;
  readonly body: EvidenceBody;
  readonly consent: ConsentState;
};

/** The lines of each section that leave with the pack, in the order they were placed. Every other line is as if it never was. */
export function linesThatLeave(
  pack: Pick<PackBody, 'sections'>,
  lines: readonly GatheredLine[],
): Map<string, GatheredLine[]> {
  const byItem = new Map(lines.map((line) => [line.item, line]));
  return new Map(
    pack.sections.map((section) => [
      section.key,
      [...new Set(section.evidence)]
        .map((item) => byItem.get(item))
        .filter((line) => line !== undefined)
        .filter((line) => mayLeave(line.consent)),
    ]),
  );
}

/** A place in a document that holds words somebody wrote. */
export type TextPlace =
  | { readonly in: 'title' }
  | { readonly in: 'field'; readonly key: string }
  | { readonly in: 'section'; readonly key: string }
  | { readonly in: 'line'; readonly key: string; readonly index: number };

/** Every text a person wrote in the document, with its place: what an identifier check has to look at. */
export function writtenTexts(document: PackDocument): { readonly place: TextPlace; readonly text: string }[] {
  return [
    { place: { in: 'title' as const }, text: document.title },
    ...document.details.fields.map((field) => ({
      place: { in: 'field' as const, key: field.key },
      text: field.value,
    })),
    ...document.sections.flatMap((section) => [
      { place: { in: 'section' as const, key: section.key }, text: section.text },
      ...section.lines.map((line, index) => ({
        place: { in: 'line' as const, key: section.key, index },
        text: line.text,
      })),
    ]),
  ].filter(({ text }) => text !== '');
}
