import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CallError, call, useAction, useCall, useChoice } from '../../renderer/api.ts';
import { openWindowOnCore, type WindowOnCore } from '../support/windowOnCore.ts';

let view: WindowOnCore;
let root: Root;
let place: HTMLDivElement;

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  view = await openWindowOnCore();
  place = document.createElement('div');
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  view.core.close();
});

function Organisation() {
  const settings = useCall('settings.get', {});
  return (
    <p>
      {settings.state}: {settings.value?.organisation ?? 'none'} {settings.error?.code}
    </p>
  );
}

test('What a call shows is shown anew when something it reads has changed, and not otherwise', async () => {
  await act(async () => root.render(<Organisation />));
  expect(place.textContent).toBe('ready: none ');
  await act(() => call('settings.set', { organisation: 'Cyngor Example' }));
  expect(place.textContent).toBe('ready: Cyngor Example ');
  const before = view.countOf('settings.get');
  await act(() => call('pages.create', { date: '2026-05-14', promptSet: null }));
  expect(view.countOf('settings.get')).toBe(before);
});

test('When a re-run fails, the last value stays beside the reason', async () => {
  await act(() => call('settings.set', { organisation: 'Cyngor Example' }));
  await act(async () => root.render(<Organisation />));
  await act(() => view.core.lock());
  await act(() => call('vault.status', {}));
  expect(place.textContent).toContain('Cyngor Example');
  await act(() => call('preferences.set', { theme: 'dark' }));
  expect(place.textContent).toBe('failed: Cyngor Example locked');
});

test('A failing call throws a CallError with the code of the failure', async () => {
  const failure = await call('vault.unlock', { passphrase: 'not the one' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(failure).toBeInstanceOf(CallError);
});

function PressTwice(props: { onRun: () => void }) {
  const work = useAction(async () => {
    props.onRun();
    await call('settings.set', { organisation: '' });
  });
  return (
    <button type="button" onClick={() => void work.run()}>
      {work.error?.code ?? 'well'}
    </button>
  );
}

test('Pressed twice, work runs once, and its failure is kept to be shown', async () => {
  let runs = 0;
  await act(async () => root.render(<PressTwice onRun={() => runs++} />));
  await act(async () => {
    place.querySelector('button')?.click();
    place.querySelector('button')?.click();
  });
  expect(runs).toBe(1);
  expect(place.textContent).toBe('bad_input');
});

function ChooseThrice() {
  const choice = useChoice(async (theme: 'light' | 'dark' | 'system') => {
    await call('preferences.set', { theme });
  });
  return (
    <>
      {(['dark', 'system', 'light'] as const).map((theme) => (
        <button key={theme} type="button" onClick={() => void choice.run(theme)}>
          {theme}
        </button>
      ))}
    </>
  );
}

test('Of choices made while one is being kept, the newest is kept after it and stands', async () => {
  await act(async () => root.render(<ChooseThrice />));
  await act(async () => {
    for (const button of place.querySelectorAll('button')) button.click();
  });
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect((await call('preferences.get', {})).theme).toBe('light');
  expect(view.countOf('preferences.set')).toBe(2);
});

test('What is read while a pointer is held down is shown after the press was acted on, so that no button moves from under it', async () => {
  await act(async () => root.render(<Organisation />));
  const said: string[] = [];
  place.addEventListener('click', () => said.push(place.textContent));
  await act(async () => window.dispatchEvent(new Event('pointerdown')));
  await act(() => call('settings.set', { organisation: 'Cyngor Example' }));
  await act(() => call('settings.get', {}));
  expect(place.textContent).toBe('ready: none ');
  await act(async () => {
    window.dispatchEvent(new Event('pointerup'));
    place.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(said).toEqual(['ready: none ']);
  expect(place.textContent).toBe('ready: Cyngor Example ');
});

test('Where the page never hears that the pointer was let go, as over a list of the system’s own, it waits for no longer than a press', async () => {
  await act(async () => root.render(<Organisation />));
  await act(async () => window.dispatchEvent(new Event('pointerdown')));
  await act(() => call('settings.set', { organisation: 'Cyngor Example' }));
  expect(place.textContent).toBe('ready: none ');
  await act(() => new Promise((resolve) => setTimeout(resolve, 1_100)));
  expect(place.textContent).toBe('ready: Cyngor Example ');
});

test('A lock is shown at once, whatever is held down', async () => {
  await act(async () => root.render(<Status />));
  expect(place.textContent).toBe('open');
  await act(async () => window.dispatchEvent(new Event('pointerdown')));
  await act(() => view.core.lock());
  await act(() => call('preferences.set', { theme: 'dark' }));
  await act(async () => reload());
  expect(place.textContent).toBe('locked');
  await act(async () => {
    window.dispatchEvent(new Event('pointerup'));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
});

let reload: () => void;
function Status() {
  const status = useCall('vault.status', {});
  reload = status.reload;
  return <p>{status.value?.state}</p>;
}
