import type { DocumentLine, PackDocument } from './packDocument.ts';

export type LineBlock = {
  readonly voice: 'own' | 'other';
  readonly paragraphs: readonly string[];
  readonly byline: string;
  readonly consent: string | null;
};

/** A document as a row of printable parts. Preview, HTML, PDF and Word each print these and nothing else. */
export type DocumentBlock =
  | { readonly type: 'title' | 'heading' | 'paragraph' | 'note'; readonly text: string }
  | { readonly type: 'lines'; readonly label: string; readonly lines: readonly LineBlock[] }
  /** The first row of cells is the header; the first cell of a row names it. `roomy`: to be written in by hand. */
  | {
      readonly type: 'table';
      readonly label: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly roomy: boolean;
    }
  | { readonly type: 'space' };

export function documentBlocks(document: PackDocument): DocumentBlock[] {
  const { details, signOff, statement } = document;
  return [
    { type: 'title', text: document.title },
    {
      type: 'table',
      label: document.title,
      columns: details.columns,
      rows: details.fields.map((field) => [field.label, field.value]),
      roomy: false,
    },
    ...document.sections.flatMap((section): DocumentBlock[] => [
      { type: 'heading', text: section.name },
      ...paragraphsOf(section.text).map((text): DocumentBlock => ({ type: 'paragraph', text })),
      ...(section.lines.length === 0
        ? []
        : [
            {
              type: 'lines' as const,
              label: section.name,
              lines: section.lines.map((line) => lineBlock(document, line)),
            },
          ]),
      ...(section.space ? [{ type: 'space' as const }] : []),
    ]),
    { type: 'heading', text: signOff.name },
    { type: 'table', label: signOff.name, columns: signOff.columns, rows: signOff.rows, roomy: true },
    { type: 'heading', text: statement.name },
    ...statement.paragraphs.map((text): DocumentBlock => ({ type: 'note', text })),
  ];
}

/** Every text of the blocks in reading order: what any copy of the document must say, word for word. */
export function blocksText(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'lines':
        return block.lines.flatMap((line) => [
          ...line.paragraphs,
          line.byline,
          ...(line.consent === null ? [] : [line.consent]),
        ]);
      case 'table':
        return [...block.columns, ...block.rows.flat()].filter((text) => text !== '');
      case 'space':
        return [];
      default:
        return [block.text];
    }
  });
}

/** One paragraph a line; empty lines only part them. */
function paragraphsOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}

function lineBlock(document: PackDocument, line: DocumentLine): LineBlock {
  return {
    voice: document.authors.find((author) => author.key === line.author)?.voice ?? 'own',
    paragraphs: paragraphsOf(line.text),
    byline: line.byline,
    consent: line.consent,
  };
}
