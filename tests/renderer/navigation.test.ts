import { beforeEach, expect, test, vi } from 'vitest';
import * as navigation from '../../renderer/navigation.ts';

const { confine, currentPlace, go, goBack, release, resetNavigation, startNavigation } = navigation;

startNavigation();
beforeEach(() => {
  release();
  resetNavigation();
});

test('Back returns to where one was, and the address and title never change', async () => {
  const address = window.location.href;
  go('pages');
  go('page', { id: 'p1' });
  expect(currentPlace()).toEqual({ at: 'page', with: { id: 'p1' } });
  goBack();
  await vi.waitFor(() => expect(currentPlace()).toEqual({ at: 'pages', with: {} }));
  expect(window.location.href).toBe(address);
});

test('Going to the place one is at leaves no second step in the history', () => {
  go('settings');
  const length = window.history.length;
  go('settings');
  expect(window.history.length).toBe(length);
});

test('Confined to one place, neither a link nor back nor forward leads anywhere else', async () => {
  go('pages');
  go('session', { id: 's1' });
  confine();
  go('find');
  goBack();
  expect(currentPlace()).toEqual({ at: 'session', with: { id: 's1' } });
  window.history.back();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(currentPlace()).toEqual({ at: 'session', with: { id: 's1' } });
  window.history.go(-1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(currentPlace()).toEqual({ at: 'session', with: { id: 's1' } });
});

test('A reload while confined stays confined', async () => {
  go('session', { id: 's2' });
  confine();
  vi.resetModules();
  const reloaded: typeof navigation = await import('../../renderer/navigation.ts');
  reloaded.startNavigation();
  expect(reloaded.currentPlace()).toEqual({ at: 'session', with: { id: 's2' } });
  reloaded.go('pages');
  expect(reloaded.currentPlace()).toEqual({ at: 'session', with: { id: 's2' } });
});
