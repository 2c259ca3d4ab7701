import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import type { Input, Method, Output } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import type { Result } from '../../shared/result.ts';
import { text } from './text.ts';
import { goTo, windowPassphrase } from './vaultWindow.ts';

const t = text('en-GB');

/** A person with a vault and no window: the core on its command line (`npm run core`), in a process of its own. */
export type Windowless = {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  close(): void;
};

export async function startWindowless(name: string, root: string): Promise<Windowless> {
  const child = spawn(
    process.execPath,
    [resolve('build/core-cli.ts'), '--vault', join(root, 'data'), '--documents', join(root, 'documents')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const person: Windowless = {
    async call(method, input) {
      child.stdin.write(`${JSON.stringify({ method, input })}\n`);
      const line = await lines.next();
      return answered(method, JSON.parse(line.value ?? 'null'));
    },
    close() {
      child.stdin.end();
    },
  };
  await person.call('vault.create', { name, passphrase: windowPassphrase, folder: null, backupFolder: null });
  return person;
}

/** The same for a person at a window, through the window's own bridge. */
export function atWindow(page: Page): Windowless {
  return { call: (method, input) => callIn(page, method, input), close: () => undefined };
}

/** A call through the window's own bridge, for what a test only needs to have happened. */
async function callIn<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const result: unknown = await page.evaluate(([name, given]) => window.bridge.call(name, given), [
    method,
    input,
  ] as const);
  return answered(method, result);
}

/** The person at this window and one without swap cards, compare words and choose one folder. */
export async function joinWindowless(
  page: Page,
  person: Windowless,
  at: { readonly root: string; readonly folder: string },
): Promise<void> {
  const cards = [join(at.root, 'window.twovoice-card'), join(at.root, 'core.twovoice-card')] as const;
  await callIn(page, 'contacts.exportCard', { path: cards[0] });
  await person.call('contacts.exportCard', { path: cards[1] });
  const { contact: theirs } = await callIn(page, 'contacts.takeCard', { path: cards[1] });
  const { contact: mine } = await person.call('contacts.takeCard', { path: cards[0] });
  if (theirs === null || mine === null) throw new Error('a card was not taken in');
  await callIn(page, 'pairs.join', {
    identity: theirs.identity,
    words: mine.words,
    role: 'supervisor',
    folder: at.folder,
  });
  await person.call('pairs.join', {
    identity: mine.identity,
    words: theirs.words,
    role: 'supervisee',
    folder: at.folder,
  });
}

export async function openCircles(page: Page): Promise<void> {
  await goTo(page, t('pairs.title'));
  await page.getByRole('link', { name: t('circles.open') }).click();
  await page.getByRole('heading', { level: 1, name: t('circles.title') }).waitFor();
}

/** One person's seat in the round that is open. */
export function seatOf(page: Page, name: string, language: Language = 'en-GB') {
  return page.getByRole('listitem', { name: text(language)('common.voice.of', { name }), exact: true });
}

function answered<M extends Method>(method: M, answer: unknown): Output<M> {
  const result = answer as Result<Output<M>>;
  if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
  return result.value;
}
