import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MomentsPage } from '../../renderer/features/moments/MomentsPage.tsx';
import { NoticingPage } from '../../renderer/features/noticing/NoticingPage.tsx';
import { setLanguage } from '../../renderer/i18n.ts';
import { startNavigation } from '../../renderer/navigation.ts';
import { clearToasts, Toasts } from '../../renderer/ui/Toasts.tsx';
import { oneWord } from '../support/episode.ts';
import { button, press, shown } from '../support/presses.ts';
import { text } from '../support/text.ts';
import { openWindowOnCore, type WindowOnCore } from '../support/windowOnCore.ts';

const t = text('en-GB');
let here: WindowOnCore;
let root: Root;

beforeEach(async () => {
  here = await openWindowOnCore();
  await setLanguage('en-GB');
  window.history.replaceState(null, '');
  startNavigation();
  root = createRoot(document.body.appendChild(document.createElement('div')));
}, 60_000);
afterEach(() => {
  clearToasts();
  root.unmount();
  document.body.innerHTML = '';
  here.core.close();
});

function labelled<E extends HTMLElement>(label: string): E {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const field = document.getElementById(found?.htmlFor ?? '');
  if (field === null) throw new Error(`There is no field ${label}.`);
  return field as E;
}
function type(field: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  // React listens for the event and reads the value through the element's own setter.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

test('"Not today" after words leaves nothing in the vault, and Undo brings the words back; with nothing said there is nothing to undo', async () => {
  const { core } = here;
  root.render(
    <>
      <MomentsPage />
      <Toasts />
    </>,
  );
  await press(t('moments.checkIn.open'));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(t('moments.checkIn.title')));
  await press(t('moments.checkIn.notToday'));
  await vi.waitFor(() => expect(document.activeElement).toBe(button(t('moments.checkIn.open'))));
  expect(shown()).not.toContain(t('kept.left'));

  await press(t('moments.checkIn.open'));
  await vi.waitFor(() => type(labelled(t('moments.checkIn.words')), 'the whole evening of it'));
  await vi.waitFor(() => expect(shown()).toContain(t('common.saved.saved')));
  await press(t('moments.checkIn.notToday'));
  await vi.waitFor(() => expect(shown()).toContain(t('kept.left')));
  expect(await core.call('moments.list', { page: null })).toEqual({ moments: [] });
  await press(t('common.undo'));
  await vi.waitFor(() => expect(shown()).toContain('the whole evening of it'));
  const { moments } = await core.call('moments.list', { page: null });
  expect(moments).toMatchObject([{ words: 'the whole evening of it' }]);
});

test('An entry that is left can be brought back; the cursor waits in its first field, and comes back to the button', async () => {
  const { core } = here;
  // The form takes the day from the window's clock.
  core.platform.setNow(new Date().toISOString());
  root.render(
    <>
      <NoticingPage />
      <Toasts />
    </>,
  );
  await press(t('noticing.add'));
  await vi.waitFor(() => expect(document.activeElement).toBe(labelled(t('noticing.field.setOff'))));
  type(labelled(t('noticing.field.setOff')), 'the door');
  await press(t('kept.leave'));
  await vi.waitFor(() => expect(document.activeElement).toBe(button(t('noticing.add'))));
  expect(await core.call('noticing.list', {})).toEqual({ entries: [] });
  await press(t('common.undo'));
  await vi.waitFor(() => expect(shown()).toContain('the door'));
  await press(t('common.edit'));
  await press(t('common.done'));
  await vi.waitFor(() => expect(document.activeElement).toBe(button(t('common.edit'))));
});

test('Changing the day of what weighs leaves its form where it is, with what else is being typed; it moves when it is done', async () => {
  const { core } = here;
  await core.call('episodes.save', oneWord);
  root.render(<MomentsPage />);
  await press(t('common.edit'));
  await vi.waitFor(() => expect(document.activeElement).toBe(labelled(t('episodes.what.label'))));
  const [before] = (await core.call('episodes.list', {})).episodes;
  type(labelled(t('moments.checkIn.when')), '2026-01-05');
  await vi.waitFor(async () => {
    const [after] = (await core.call('episodes.list', {})).episodes;
    expect(after?.at).not.toBe(before?.at);
  });
  type(labelled(t('episodes.more.more')), 'said after the day was changed');
  expect(shown()).not.toContain('5 January 2026');
  await press(t('common.done'));
  await vi.waitFor(() => expect(shown()).toContain('5 January 2026'));
  expect(shown()).toContain('said after the day was changed');
});

test('A long time of it comes a few weeks at a time', async () => {
  const { core } = here;
  for (let day = 1; day <= 25; day += 1) {
    const at = `2026-01-${String(day).padStart(2, '0')}T12:00:00.000Z`;
    await core.call('episodes.save', { ...oneWord, at, what: `day ${day}.` });
  }
  root.render(<MomentsPage />);
  await vi.waitFor(() => expect(shown()).toContain('day 25.'));
  expect(shown()).not.toContain('day 5.');
  await press(t('moments.earlier'));
  await vi.waitFor(() => expect(shown()).toContain('day 1.'));
  expect(() => button(t('moments.earlier'))).toThrow();
});
