import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type DocumentBlock, documentBlocks, type LineBlock } from '../../../shared/model/documentBlocks.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import { bylineRun, secondEdges, wordStyle, wordStyles } from './wordStyles.ts';

const languageTags = { 'en-GB': 'en-GB', cy: 'cy-GB' } as const;
/** A4 with margins, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_304 };
const textWidth = page.width - 2 * page.margin;
const fine = { style: BorderStyle.SINGLE, size: 4, color: 'DDD5C8' } as const;
const strong = { style: BorderStyle.SINGLE, size: 6, color: '8C8272' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A Word file with real heading styles, header rows and the document's language; only the person's name as metadata. */
export async function toWord(document: PackDocument, now: Date): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    creator: document.person,
    lastModifiedBy: document.person,
    description: '',
    styles: wordStyles(languageTags[document.language]),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: pageNumbers() },
        children: documentBlocks(document).flatMap(blockToWord),
      },
    ],
  });
  return fixTimes(new Uint8Array(await Packer.toBuffer(file)), now);
}

function blockToWord(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words(block.text)] })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [words(block.text)] })];
    case 'paragraph':
      return [new Paragraph({ children: [words(block.text)] })];
    case 'note':
      return [new Paragraph({ style: wordStyle.note, children: [words(block.text)] })];
    case 'lines':
      return block.lines.flatMap((line, index) => lineToWord(line, index % 2 === 1));
    case 'table':
      return [tableToWord(block)];
    case 'space':
      return [roomToWrite()];
  }
}

/**
 * The words, and under them who said them: one block that Word keeps together as far as it fits. Word joins the edges of
 * neighbours that are alike to one long bar, so every other line has a colour nobody can tell apart from the style's own.
 */
function lineToWord(line: LineBlock, isSecond: boolean): Paragraph[] {
  const style = line.voice === 'own' ? wordStyle.own : wordStyle.other;
  const edge = isSecond ? { border: { left: secondEdges[line.voice] } } : {};
  const under = [line.byline, ...(line.consent === null ? [] : [line.consent])];
  return [
    ...line.paragraphs.map(
      (text) => new Paragraph({ style, ...edge, keepNext: true, children: [words(text)] }),
    ),
    ...under.map(
      (text, index) =>
        new Paragraph({
          style,
          ...edge,
          keepNext: index < under.length - 1,
          spacing: { after: index === under.length - 1 ? 260 : 0 },
          children: [new TextRun({ text, ...bylineRun })],
        }),
    ),
  ];
}

function tableToWord(table: Extract<DocumentBlock, { type: 'table' }>): Table {
  const widths = table.roomy ? [0.18, 0.32, 0.32, 0.18] : [0.34, 0.66];
  const columnWidths = table.columns.map((_, index) =>
    Math.round(textWidth * (widths[index] ?? 1 / table.columns.length)),
  );
  const cell = (text: string, index: number, look: { bold?: boolean; header?: boolean }): TableCell =>
    new TableCell({
      width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
      margins: { top: table.roomy && !look.header ? 160 : 70, bottom: 70, left: 0, right: 160 },
      borders: { top: none, left: none, right: none, bottom: look.header ? strong : fine },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          children: [
            new TextRun({
              text,
              bold: look.bold ?? false,
              ...(look.header ? { size: 19, color: '5C554C' } : {}),
            }),
          ],
        }),
      ],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, index) => cell(column, index, { header: true })),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(table.roomy ? { height: { value: 800, rule: HeightRule.ATLEAST } } : {}),
            children: row.map((text, index) => cell(text, index, { bold: index === 0 })),
          }),
      ),
    ],
  });
}

/** An empty frame to write in by hand. */
function roomToWrite(): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    borders: { top: strong, left: strong, right: strong, bottom: strong },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: 2_400, rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            width: { size: textWidth, type: WidthType.DXA },
            margins: { top: 100, bottom: 100, left: 160, right: 160 },
            children: [new Paragraph({})],
          }),
        ],
      }),
    ],
  });
}

function pageNumbers(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            size: 18,
            color: '5C554C',
          }),
        ],
      }),
    ],
  });
}

function words(text: string): TextRun {
  return new TextRun({ text });
}

/** The library stamps the wall clock into properties and into the archive; the time of the export takes its place. */
function fixTimes(docx: Uint8Array, now: Date): Uint8Array {
  const files = unzipSync(docx);
  const core = files['docProps/core.xml'];
  if (core !== undefined) {
    const stamp = `${now.toISOString().slice(0, 19)}Z`;
    files['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`),
    );
  }
  return zipSync(files, { mtime: now, level: 9 });
}
