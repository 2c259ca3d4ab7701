import fc from 'fast-check';
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type Autosaver,
  createAutosaver,
  flushAll,
  forgetAll,
  useAutosave,
} from '../../renderer/autosave.ts';
import { passphrase } from '../support/core.ts';
import { openWindowOnCore, type WindowOnCore } from '../support/windowOnCore.ts';

let view: WindowOnCore;

beforeEach(async () => {
  view = await openWindowOnCore();
});
afterEach(() => {
  forgetAll();
  view.core.close();
});

async function stored(): Promise<string | null> {
  return (await view.core.call('settings.get', {})).organisation;
}

function saverOf(options: { delay?: number; maxWait?: number; retryEvery?: number } = {}): Autosaver<string> {
  return createAutosaver({
    key: 'test',
    method: 'settings.set',
    toInput: (value: string) => ({ organisation: value }),
    ...options,
  });
}

test('What is typed is in the vault one second later, even while typing goes on', async () => {
  const saver = saverOf();
  const began = performance.now();
  let typed = '';
  while (performance.now() - began < 950) {
    typed += 'x';
    saver.change(typed);
    await pause(50);
  }
  const kept = (await stored()) ?? '';
  expect(kept.length).toBeGreaterThan(10);
  await saver.flush();
  expect(await stored()).toBe(typed);
  expect(saver.state()).toBe('saved');
});

test('Whatever the order of typing, saving and failing, the newest words end up in the vault', async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('type' as const),
      text: fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
    }),
    fc.record({ do: fc.constant('flush' as const) }),
    fc.record({ do: fc.constantFrom('fail' as const, 'mend' as const) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 6 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const saver = saverOf({ delay: 1, maxWait: 3, retryEvery: 2 });
      let last: string | null = await stored();
      for (const one of steps) {
        if (one.do === 'type') {
          last = one.text;
          saver.change(one.text);
        } else if (one.do === 'flush') void saver.flush();
        else if (one.do === 'wait') await pause(one.ms);
        else view.failWith(one.do === 'fail' ? 'disk_full' : null);
      }
      view.failWith(null);
      await vi.waitFor(() => expect(saver.state()).toBe('saved'), { timeout: 2000, interval: 2 });
      expect(await stored()).toBe(last);
    }),
    { numRuns: 40 },
  );
});

test('On a full disk the words stay, the reason is known, and they are saved when there is room', async () => {
  const saver = saverOf({ retryEvery: 30 });
  view.failWith('disk_full');
  saver.change('The visit took all afternoon.');
  expect(await saver.flush()).toBe(false);
  expect(saver.state()).toBe('failed');
  expect(saver.failure()).toBe('disk_full');
  expect(saver.unsaved()).toEqual({
    method: 'settings.set',
    input: { organisation: 'The visit took all afternoon.' },
  });
  view.failWith(null);
  await vi.waitFor(() => expect(saver.state()).toBe('saved'));
  expect(await stored()).toBe('The visit took all afternoon.');
});

test('A full disk is not asked again at every key', async () => {
  const saver = saverOf({ delay: 1, maxWait: 2, retryEvery: 400 });
  view.failWith('disk_full');
  saver.change('a');
  await saver.flush();
  const before = view.countOf('settings.set');
  for (const text of 'many keys in a row') {
    saver.change(text);
    await pause(5);
  }
  expect(view.countOf('settings.set') - before).toBeLessThanOrEqual(1);
  saver.forget();
});

function Editor() {
  const [value, setValue] = useState('');
  const autosave = useAutosave({
    key: 'editor',
    method: 'settings.set',
    toInput: (text: string) => ({ organisation: text }),
    retryEvery: 30,
  });
  return (
    <>
      <textarea
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          autosave.change(event.target.value);
        }}
      />
      <output>{autosave.state}</output>
    </>
  );
}

async function typeIntoEditor(
  text: string,
): Promise<{ leave: () => Promise<void>; state: () => string | null }> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(async () => root.render(<Editor />));
  const area = place.querySelector('textarea');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
    area?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return {
    leave: () => act(async () => root.unmount()),
    state: () => place.querySelector('output')?.textContent ?? null,
  };
}

test('Leaving a page at once still saves its last words', async () => {
  const editor = await typeIntoEditor('One word');
  expect(editor.state()).toBe('unsaved');
  await editor.leave();
  await vi.waitFor(async () => expect(await stored()).toBe('One word'));
});

test('Words of a page that was left while the disk was full are kept and saved later', async () => {
  view.failWith('disk_full');
  const editor = await typeIntoEditor('Left behind');
  await editor.leave();
  view.failWith(null);
  await vi.waitFor(async () => expect(await stored()).toBe('Left behind'));
});

test('A lock on a full disk hands the words over, and they are in the vault after the next unlock', async () => {
  view.failWith('disk_full');
  const editor = await typeIntoEditor('Sealed until tomorrow');
  const unsaved = await act(() => flushAll(50));
  expect(unsaved).toEqual([{ method: 'settings.set', input: { organisation: 'Sealed until tomorrow' } }]);
  await act(async () => forgetAll());
  await editor.leave();
  view.failWith(null);
  await view.core.lock([...unsaved]);
  await view.core.call('vault.unlock', { passphrase });
  expect(await stored()).toBe('Sealed until tomorrow');
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
