/** Excel reads a file as UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF';

/**
 * What a spreadsheet takes for the beginning of a formula, also in full width, and also after white space or a character
 * that ends a cell for some of them (OWASP, "CSV Injection").
 */
const formulaStart = /^[\s;,]*[=+\-@＝＋－＠]/u;

/**
 * A cell that no spreadsheet runs: text that would begin a formula, or begins with a tab or a line break, gets an apostrophe
 * in front, which a spreadsheet hides.
 */
export function safeCell(text: string): string {
  return formulaStart.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/**
 * Rows as CSV (RFC 4180): every cell in quotation marks, quotation marks doubled, lines ended by CRLF. Cells go in as they
 * are: make them safe first.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  return `${byteOrderMark}${lines.map((line) => `${line}\r\n`).join('')}`;
}
