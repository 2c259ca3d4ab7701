import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CheckIn } from '../../renderer/features/moments/CheckIn.tsx';
import { EpisodeEdit } from '../../renderer/features/moments/EpisodeEdit.tsx';
import { setLanguage } from '../../renderer/i18n.ts';
import { feelingFamilies } from '../../shared/model/feelings.ts';
import { unsaidMoment } from '../../shared/model/moment.ts';
import { oneWord } from '../support/episode.ts';
import { press, typeInto } from '../support/presses.ts';
import { text } from '../support/text.ts';
import { openWindowOnCore, type WindowOnCore } from '../support/windowOnCore.ts';

const t = text('en-GB');
let here: WindowOnCore;
let root: Root;
let place: HTMLElement;
let closings: number;

beforeEach(async () => {
  here = await openWindowOnCore();
  await setLanguage('en-GB');
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  closings = 0;
}, 60_000);
afterEach(() => {
  root.unmount();
  place.remove();
  here.core.close();
});

const words = async () =>
  (await here.core.call('moments.list', { page: null })).moments.map((moment) => moment.words);
const begin = () => root.render(<CheckIn page={null} onDone={() => (closings += 1)} />);

test('What was begun and taken back is in the vault no more, also when the window is left without a button', async () => {
  begin();
  await typeInto(t('moments.checkIn.words'), 'I should not write this.');
  await vi.waitFor(async () => expect(await words()).toEqual(['I should not write this.']));
  await typeInto(t('moments.checkIn.words'), '');
  await vi.waitFor(async () => expect(await words()).toEqual([]));
  await typeInto(t('moments.checkIn.words'), 'It was a long day.');
  root.render(null);
  await vi.waitFor(async () => expect(await words()).toEqual(['It was a long day.']));
});

test('Words typed again while what was taken back is on its way into the vault are kept', async () => {
  begin();
  await typeInto(t('moments.checkIn.words'), 'first');
  await vi.waitFor(() => expect(here.countOf('moments.save')).toBe(1));
  await typeInto(t('moments.checkIn.words'), '');
  await typeInto(t('moments.checkIn.words'), 'second');
  await vi.waitFor(async () => expect(await words()).toEqual(['second']));
  await press(t('moments.checkIn.keep'));
  await vi.waitFor(() => expect(closings).toBe(1));
  expect(await words()).toEqual(['second']);
});

test('"Not today" that could not erase says so, and erases when it is pressed again', async () => {
  begin();
  await typeInto(t('moments.checkIn.words'), 'Too much.');
  await vi.waitFor(async () => expect(await words()).toEqual(['Too much.']));
  here.failWith('disk_full');
  await press(t('moments.checkIn.notToday'));
  await vi.waitFor(() => expect(place.textContent).toContain(t('errors.disk_full')));
  expect(closings).toBe(0);
  here.failWith(null);
  await press(t('moments.checkIn.notToday'));
  await vi.waitFor(() => expect(closings).toBe(1));
  expect(await words()).toEqual([]);
});

test('An episode whose first words were emptied keeps what else was written, and leads to the empty field instead of closing', async () => {
  const { item } = await here.core.call('episodes.save', oneWord);
  const [episode] = (await here.core.call('episodes.list', {})).episodes;
  if (episode === undefined) throw new Error('not kept');
  root.render(<EpisodeEdit episode={episode} onDone={() => (closings += 1)} />);
  await typeInto(t('episodes.what.label'), '');
  await press(t('episodes.group.stake'));
  await typeInto(t('episodes.more.stake'), 'Her right to be asked.');
  await press(t('common.done'));
  await vi.waitFor(async () => {
    const { episodes } = await here.core.call('episodes.list', {});
    expect(episodes).toMatchObject([{ item, what: 'helpless', stake: 'Her right to be asked.' }]);
  });
  expect(closings).toBe(0);
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  await typeInto(t('episodes.what.label'), 'cornered');
  await press(t('common.done'));
  await vi.waitFor(() => expect(closings).toBe(1));
  expect((await here.core.call('episodes.list', {})).episodes).toMatchObject([{ what: 'cornered' }]);
});

test('Every word of the list can be chosen at once', async () => {
  const feelings = feelingFamilies.flatMap((family) => [...family.feelings]);
  await here.core.call('moments.save', {
    ...unsaidMoment,
    at: null,
    item: null,
    page: null,
    topic: null,
    feelings,
  });
  expect((await here.core.call('moments.list', { page: null })).moments).toMatchObject([{ feelings }]);
});
