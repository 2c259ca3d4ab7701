/**
 * The look of a document on paper and on a screen. Faces are those of the machine that opens it: a document that fetches
 * nothing and carries nothing. Both voices have one size; they differ by name and edge (solid, double).
 */
export const htmlStyle = `
@page { size: A4; margin: 22mm 22mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt "Source Sans 3", Carlito, Calibri, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; color: #5c554c; } }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0 auto; padding: 22mm 8mm; max-width: 182mm; background: #fff; color: #23201c; font: 11.5pt/1.5 "Source Sans 3", Carlito, Calibri, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, p, table, ul { margin: 0; }
h1 { font-size: 23pt; line-height: 1.2; font-weight: 600; margin-bottom: 7mm; }
h2 { font-size: 14.5pt; line-height: 1.25; font-weight: 600; color: #1f5f5b; margin: 10mm 0 3mm; break-after: avoid; }
p + p { margin-top: 2.5mm; }
p { orphans: 3; widows: 3; white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: 1.8mm 3mm 1.8mm 0; border-bottom: 0.3mm solid #ddd5c8; font-weight: 400; white-space: pre-wrap; }
thead th { font-size: 9.5pt; color: #5c554c; border-bottom: 0.4mm solid #8c8272; }
tbody th { font-weight: 600; }
table.details th:first-child { width: 34%; }
table.roomy { table-layout: fixed; }
table.roomy thead th:nth-child(1), table.roomy thead th:nth-child(4) { width: 19%; }
table.roomy tbody td, table.roomy tbody th { padding-top: 3mm; padding-bottom: 9mm; }
tr, table { break-inside: avoid; }
ul.lines { list-style: none; padding: 0; margin-top: 3.5mm; }
ul.lines li { margin: 0 0 4.5mm; padding: 0.5mm 0 0.5mm 5mm; break-inside: avoid-page; }
ul.lines li.own { border-inline-start: 0.8mm solid #6b3f69; }
ul.lines li.other { border-inline-start: 1.4mm double #2f5d8a; padding-inline-start: 4.4mm; }
p.by { margin-top: 1.5mm; font-size: 10pt; color: #5c554c; }
p.by + p.by { margin-top: 0; }
.space { height: 42mm; border: 0.3mm solid #8c8272; border-radius: 1mm; }
p.note { font-size: 10pt; color: #5c554c; }
@media print { body { padding: 0; max-width: none; } }
`;
