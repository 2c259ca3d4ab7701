import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../../build/stand-in/chromium.ts';
import { startInStandIn } from '../../build/stand-in/host.ts';
import { freshFolder } from '../support/app.ts';
import { expect, test } from '../support/fixture.ts';

const page = `<!doctype html><html lang="en-GB"><head><title>A review</title><style>h1 { color: #23201c }</style></head>
<body><h1>Annual review</h1><h2>What went well</h2><p id="p">A line as released.</p><ul><li>One</li></ul>
<img src="https://example.org/beacon.png" alt=""><script>document.getElementById('p').textContent = 'Rewritten.'</script></body></html>`;

test('A page is printed as tagged PDF, without its scripts, without the network and without a file of its own', async () => {
  const folder = await freshFolder('print');
  const documents = join(folder, 'documents');
  const temporary = join(folder, 'tmp');
  await Promise.all([mkdir(documents), mkdir(temporary)]);
  const from = join(folder, 'page.html');
  const to = join(folder, 'page.pdf');
  await writeFile(from, page);
  const browser = await launchChromium(true);
  const printer = await startInStandIn({
    browser,
    main: join(import.meta.dirname, '../support/printerApp.ts'),
    env: { PATH: process.env.PATH ?? '', PRINT_FROM: from, PRINT_TO: to, TMPDIR: temporary },
    settings: { locale: 'en-GB', appData: folder, documents },
    look: { locale: 'en-GB', theme: 'light', fixedSize: true },
    answerDialog: async () => null,
  });
  await printer.close();
  await browser.close();

  const structure = execFileSync('pdfinfo', ['-struct-text', to], { encoding: 'utf8' });
  expect(structure).toMatch(/H1 .*\n[^"]*"Annual review"/);
  expect(structure).toMatch(/\bH2\b/);
  expect(structure).toMatch(/\bLI\b/);
  expect(structure).toContain('A line as released.');
  expect(structure).not.toContain('Rewritten.');
  expect(printer.refused).toEqual([{ url: 'https://example.org/beacon.png', by: 'policy' }]);
  expect(await readdir(temporary)).toEqual([]);
});
