import { type DocumentBlock, documentBlocks, type LineBlock } from '../../../shared/model/documentBlocks.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import { htmlStyle } from './htmlStyle.ts';

/** One self-contained page: no script, no outside resource, nothing but the words. Also what the PDF is printed from. */
export function toHtml(document: PackDocument): string {
  const body = documentBlocks(document).map(blockToHtml).join('\n');
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="author" content="${escapeHtml(document.person)}">
<title>${escapeHtml(document.title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function blockToHtml(block: DocumentBlock): string {
  switch (block.type) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`;
    case 'lines':
      return `<ul class="lines">\n${block.lines.map(lineToHtml).join('\n')}\n</ul>`;
    case 'table':
      return tableToHtml(block);
    case 'space':
      return '<div class="space"></div>';
  }
}

function lineToHtml(line: LineBlock): string {
  const under = [line.byline, ...(line.consent === null ? [] : [line.consent])];
  return [
    `<li class="${line.voice}">`,
    ...line.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...under.map((text) => `<p class="by">${escapeHtml(text)}</p>`),
    '</li>',
  ].join('');
}

function tableToHtml(table: Extract<DocumentBlock, { type: 'table' }>): string {
  const head = table.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const rows = table.rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  const look = table.roomy ? 'roomy' : 'details';
  return `<table class="${look}" aria-label="${escapeHtml(table.label)}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Text as text inside of HTML, also between double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
