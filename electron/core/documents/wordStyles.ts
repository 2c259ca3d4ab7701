import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/** Ids of our own paragraph styles, as Word lists them. */
export const wordStyle = { own: 'OwnWords', other: 'OtherWords', note: 'Note' } as const;

const quiet = '5C554C';
const face = 'Calibri';

const edges = {
  own: { style: BorderStyle.SINGLE, size: 18, color: '6B3F69', space: 12 },
  other: { style: BorderStyle.DOUBLE, size: 6, color: '2F5D8A', space: 12 },
} as const;
export const secondEdges = {
  own: { ...edges.own, color: '6B3F6A' },
  other: { ...edges.other, color: '2F5D8B' },
} as const;

/** Word measures type in half points and space in twentieths of a point. */
export function wordStyles(languageTag: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: face, size: 23, color: '23201C', language: { value: languageTag } },
        paragraph: { spacing: { after: 120, line: 312 } },
      },
      title: {
        run: { font: face, size: 46, bold: true, color: '23201C' },
        paragraph: { spacing: { after: 360, line: 260 } },
      },
      heading1: {
        run: { font: face, size: 46, bold: true, color: '23201C' },
        paragraph: { spacing: { after: 360, line: 260 }, keepNext: true },
      },
      heading2: {
        run: { font: face, size: 29, bold: true, color: '1F5F5B' },
        paragraph: { spacing: { before: 480, after: 140 }, keepNext: true },
      },
    },
    paragraphStyles: [
      voice(wordStyle.own, 'Own words', edges.own),
      voice(wordStyle.other, "Another person's words", edges.other),
      {
        id: wordStyle.note,
        name: 'Note',
        basedOn: 'Normal',
        run: { size: 20, color: quiet },
      },
    ],
  };
}

/** Both voices have the same type and the same room; only the edge differs. */
function voice(id: string, name: string, edge: (typeof edges)[keyof typeof edges]): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    paragraph: {
      indent: { left: 340 },
      border: { left: edge },
      spacing: { after: 60, line: 312 },
    },
  };
}

export const bylineRun = { size: 20, color: quiet } as const;
