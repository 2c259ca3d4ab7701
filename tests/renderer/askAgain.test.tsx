import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MomentsPage } from '../../renderer/features/moments/MomentsPage.tsx';
import { TodayAskAgain } from '../../renderer/features/moments/TodayAskAgain.tsx';
import { setLanguage } from '../../renderer/i18n.ts';
import { startNavigation } from '../../renderer/navigation.ts';
import { oneWord } from '../support/episode.ts';
import { press, shown } from '../support/presses.ts';
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
  root.unmount();
  here.core.close();
});

test('When the day has come, Today says only that something wished to be asked again; "Not today" puts it away', async () => {
  const { core } = here;
  await core.call('episodes.save', { ...oneWord, weight: 7, askAgain: 'oneFourTwelve' });
  root.render(<TodayAskAgain />);
  await vi.waitFor(() => expect(here.countOf('episodes.anyAsks')).toBeGreaterThan(0));
  expect(shown()).toBe('');

  core.platform.setNow('2026-11-29T12:00:00.000Z');
  root.render(<TodayAskAgain key="a week later" />);
  await vi.waitFor(() => expect(shown()).not.toBe(''));
  expect(shown()).toBe(`${t('episodes.today.title')}${t('frame.place.moments')}`);

  root.render(<MomentsPage />);
  await vi.waitFor(() => expect(shown()).toContain(t('episodes.asked.notToday')));
  expect(shown().indexOf(t('episodes.today.title'))).toBeLessThan(shown().indexOf('helpless'));
  await press(t('episodes.asked.notToday'));
  await vi.waitFor(() => expect(shown()).not.toContain(t('episodes.asked.notToday')));
  const { episodes } = await core.call('episodes.list', {});
  expect(episodes).toMatchObject([{ ratings: [], askAgain: 'fourTwelve' }]);
});
