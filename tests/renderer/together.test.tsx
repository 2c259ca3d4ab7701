import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../renderer/app.tsx';
import { setLanguage } from '../../renderer/i18n.ts';
import { startNavigation } from '../../renderer/navigation.ts';
import { passphrase } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
let pair: TestPair;
let root: Root;

beforeEach(async () => {
  pair = await joinedPair();
  const owner = pair.supervisor;
  await owner.call('vault.codeWritten', {});
  Object.defineProperty(window, 'bridge', {
    configurable: true,
    value: { call: owner.tryCall, on: () => () => undefined },
  });
  await setLanguage('en-GB');
  const { session } = await owner.call('sessions.create', { space: pair.space, date: '2027-05-14' });
  await owner.call('sessions.enterTogether', { session });
}, 60_000);
afterEach(() => {
  root.unmount();
  pair.close();
});

/** A page that knows nothing of the one before it, as after a window that was closed or came down. */
function openNewPage(): void {
  window.history.replaceState(null, '');
  startNavigation();
  const element = document.body.appendChild(document.createElement('div'));
  root = createRoot(element);
  root.render(<App />);
}

test('A new page in the window comes back to the session that people sit in, and shows nothing else', async () => {
  openNewPage();
  const banner = () => document.querySelector(`[aria-label="${t('sessions.together.banner')}"]`);
  await vi.waitFor(() => expect(banner()).not.toBeNull(), { timeout: 10_000 });
  expect(document.querySelector('nav[aria-label="Places"]')).toBeNull();
  expect(document.querySelector('a')).toBeNull();
  expect(document.querySelector('h1')?.textContent).toBe('Amir Example and Sioned Example');
  expect(await pair.supervisor.call('sessions.together', {})).not.toEqual({ session: null });
  await pair.supervisor.call('sessions.leaveTogether', { passphrase });
});
