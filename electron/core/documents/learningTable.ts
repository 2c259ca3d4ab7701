import { catalogues, type Language } from '../../../shared/i18n/index.ts';
import type { LearningBody } from '../../../shared/model/learning.ts';
import { safeCell } from './csv.ts';
import type { Sheet } from './savePdf.ts';
import { escapeHtml } from './toHtml.ts';

export type LearningTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The log as a file holds it: days as YYYY-MM-DD, hours with a point, what was not said as an empty cell. */
export function learningTable(entries: readonly LearningBody[], language: Language): LearningTable {
  const { learning } = catalogues[language];
  return {
    title: learning.title,
    columns: [
      learning['field.date'],
      learning['field.type'],
      learning['field.hours'],
      learning['field.what'],
      learning['field.changed'],
      learning['field.withWhom'],
      learning['field.taughtBy'],
    ],
    rows: entries.map(({ date, type, hours, what, changed, withWhom, taughtBy }) =>
      [
        date,
        type === null ? '' : learning[`type.${type}`],
        hours === null ? '' : String(hours),
        what,
        changed,
        withWhom,
        taughtBy,
      ].map((cell) => safeCell(cell.trim())),
    ),
  };
}

/** The same on paper. */
export function learningSheet(table: LearningTable, language: Language): Sheet {
  const { title, columns, rows } = table;
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  return {
    language,
    title,
    style: sheetStyle,
    body: [
      `<h1>${escapeHtml(title)}</h1>`,
      '<table>',
      `<thead><tr>${cells('th', columns)}</tr></thead>`,
      `<tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}</tbody>`,
      '</table>',
    ].join('\n'),
  };
}

const sheetStyle = `
@page { size: A4 landscape; margin: 16mm; }
body { max-width: none; font-size: 10pt; }
table { break-inside: auto; }
td:nth-child(1), td:nth-child(3) { white-space: nowrap; }
`;
