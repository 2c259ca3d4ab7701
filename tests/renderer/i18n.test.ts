import { beforeEach, expect, test } from 'vitest';
import {
  formatDate,
  formatDay,
  formatList,
  formatRelativeDay,
  formatTime,
  setLanguage,
  t,
  todayDate,
} from '../../renderer/i18n.ts';

beforeEach(() => setLanguage('en-GB'));

test('Switching to Welsh changes texts, dates and the language of the page at once', async () => {
  expect(t('common.save')).toBe('Save');
  expect(formatDate('2026-05-14')).toBe('14 May 2026');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
  await setLanguage('cy');
  expect(t('common.save')).toBe('Cadw');
  expect(formatDate('2026-05-14')).toBe('14 Mai 2026');
  expect(formatDay('2026-05-14')).toMatch(/^Dydd Iau/);
  expect(formatList(['Nia', 'Mair'])).toBe('Nia a Mair');
  expect(formatList(['Nia', 'Mair', 'Owain'])).toBe('Nia, Mair, ac Owain');
  expect(document.documentElement.lang).toBe('cy');
});

test('Welsh counts with its own six plurals', async () => {
  await setLanguage('cy');
  expect([0, 1, 2, 3, 6, 10].map((count) => t('settings.lock.minutes', { count }))).toEqual([
    '0 munud',
    '1 funud',
    '2 funud',
    '3 munud',
    '6 munud',
    '10 munud',
  ]);
});

test('What a person typed is put into a text as it is, never read as markup or as a message', () => {
  expect(t('common.voice.of', { name: '<b>Nia</b> & $t(common.save)' })).toBe(
    "<b>Nia</b> & $t(common.save)'s voice",
  );
});

test('A civil date is the same day wherever the computer is, also when the clocks change', () => {
  expect(formatDate('2026-03-29')).toBe('29 March 2026');
  expect(formatRelativeDay('2026-03-28', new Date(2026, 2, 29, 12))).toBe('yesterday');
  expect(formatRelativeDay('2026-03-30', new Date(2026, 2, 29, 0, 30))).toBe('tomorrow');
  expect(formatRelativeDay('2026-01-01', new Date(2026, 2, 29))).toBe('1 January 2026');
  expect(todayDate(new Date(2026, 2, 9, 23, 59))).toBe('2026-03-09');
  expect(formatTime(new Date(2026, 2, 9, 0, 5))).toBe('00:05');
});

test('Of two languages chosen at once the newer is shown, whichever is read first', async () => {
  await Promise.all([setLanguage('cy'), setLanguage('en-GB')]);
  expect(document.documentElement.lang).toBe('en-GB');
  expect(t('common.save')).toBe('Save');
  await Promise.all([setLanguage('en-GB'), setLanguage('cy')]);
  expect(document.documentElement.lang).toBe('cy');
  expect(t('common.save')).toBe('Cadw');
});
