import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { Browser } from '@playwright/test';
import cy from '../../shared/i18n/cy/shell.json' with { type: 'json' };
import english from '../../shared/i18n/en-GB/shell.json' with { type: 'json' };
import type { DialogRequest } from './channel.ts';

type Labels = typeof english;

/**
 * Asks a person for a path in a small window of its own, where Electron would show the system's dialog. Resolves to
 * null when they cancel or close it.
 */
export async function askForPath(
  browser: Browser,
  request: DialogRequest,
  documents: string,
  locale: string,
): Promise<string | null> {
  const labels = locale.startsWith('cy') ? cy : english;
  const context = await browser.newContext({ viewport: null, locale });
  const page = await context.newPage();
  const { promise, resolve } = Promise.withResolvers<string | null>();
  page.on('close', () => resolve(null));
  await page.exposeFunction('answer', async (path: string | null) => {
    const problem = path === null ? null : await problemWith(path.trim(), request.kind, labels);
    if (problem === null) resolve(path === null ? null : path.trim());
    return problem;
  });
  await page.setContent(dialogHtml(request, suggestion(request, documents), labels));
  try {
    return await promise;
  } finally {
    await context.close();
  }
}

function suggestion({ kind, startAt }: DialogRequest, documents: string): string {
  if (startAt === null) return documents;
  return kind === 'newFile' && !isAbsolute(startAt) ? join(documents, startAt) : startAt;
}

async function problemWith(
  path: string,
  kind: DialogRequest['kind'],
  labels: Labels,
): Promise<string | null> {
  if (!isAbsolute(path)) return labels.wholePath;
  const found = await stat(kind === 'newFile' ? dirname(path) : path).catch(() => null);
  if (kind === 'file') return found?.isFile() ? null : labels.noSuchFile;
  return found?.isDirectory() ? null : labels.noSuchFolder;
}

function dialogHtml(request: DialogRequest, path: string, labels: Labels): string {
  const label = { folder: labels.folderPath, file: labels.filePath, newFile: labels.newFilePath }[
    request.kind
  ];
  return `<!doctype html><title>Twovoice</title>
    <style>body{font:16px/24px system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}input{font:inherit;width:100%;margin:.5rem 0 1rem;padding:.5rem;box-sizing:border-box}button{font:inherit;padding:.5rem 1rem;margin-inline-end:.5rem}</style>
    <main><h1>${escapeHtml(request.title)}</h1>
    <form><label for="path">${escapeHtml(label)}</label><input id="path" autofocus value="${escapeHtml(path)}">
    <p role="alert"></p><button>${labels.choose}</button><button type="button">${labels.cancel}</button></form></main>
    <script>
      const input = document.querySelector('input');
      document.querySelector('form').addEventListener('submit', async (event) => {
        event.preventDefault();
        document.querySelector('[role=alert]').textContent = await answer(input.value);
      });
      document.querySelector('[type=button]').addEventListener('click', () => answer(null));
    </script>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
