import { expect, test } from 'vitest';
import type { SessionTimeBody } from '../../shared/model/agreement.ts';
import { isTooLittle, mostSlots, timeSlots, type TimedSession } from '../../shared/model/protectedTime.ts';
import { stepsSchema } from '../../shared/model/rhythm.ts';

const monthly = {
  from: '2026-01-15',
  steps: stepsSchema.parse([{ every: { unit: 'month', count: 1 }, until: null }]),
};
const held: SessionTimeBody = { outcome: 'held', minutes: 80, why: '' };

function session(date: string, said: SessionTimeBody | null = null): TimedSession {
  return { session: date, date, supervisee: said, supervisor: null };
}

test('each month is a slot with its sessions; one that passed without any stays in sight, one that has only begun does not', () => {
  const sessions = [
    session('2026-03-20'),
    session('2026-02-14'),
    session('2026-02-20'),
    session('2026-01-02'),
  ];
  const slots = timeSlots({ sessions, rhythm: monthly, today: '2026-05-20' });
  expect(slots.map((slot) => [slot.expected?.from ?? null, slot.sessions.map((one) => one.date)])).toEqual([
    [null, ['2026-01-02']],
    ['2026-01-15', ['2026-02-14']],
    ['2026-02-15', ['2026-02-20']],
    ['2026-03-15', ['2026-03-20']],
    ['2026-04-15', []],
  ]);
});

test('a session to come is there once somebody said what became of it', () => {
  const cancelled: SessionTimeBody = { outcome: 'cancelled', minutes: null, why: 'ill' };
  const sessions = [session('2026-02-20', cancelled), session('2026-03-20')];
  const slots = timeSlots({ sessions, rhythm: null, today: '2026-02-01' });
  expect(slots.map((slot) => slot.sessions[0]?.date)).toEqual(['2026-02-20']);
});

test('without a standard every session stands by itself, the latest ones', () => {
  const sessions = Array.from({ length: 20 }, (_, index) =>
    session(`2026-01-${String(index + 1).padStart(2, '0')}`),
  );
  const slots = timeSlots({ sessions, rhythm: null, today: '2026-02-01' });
  expect(slots).toHaveLength(mostSlots);
  expect(slots.every((slot) => slot.expected === null && slot.sessions.length === 1)).toBe(true);
  expect(slots.at(-1)?.sessions[0]?.date).toBe('2026-01-20');
});

test('two sessions of which the minutes are said are too little to draw, three are enough', () => {
  const of = (count: number) =>
    timeSlots({
      sessions: ['2026-01-20', '2026-02-20', '2026-03-20', '2026-04-20'].map((date, index) =>
        session(date, index < count ? held : { outcome: 'held', minutes: null, why: '' }),
      ),
      rhythm: monthly,
      today: '2026-06-01',
    });
  expect(isTooLittle(of(2))).toBe(true);
  expect(isTooLittle(of(3))).toBe(false);
});

test('no gap is drawn for the time before the first session that was set up here', () => {
  const slots = timeSlots({ sessions: [session('2026-03-20')], rhythm: monthly, today: '2026-05-20' });
  expect(slots.map((slot) => slot.expected?.from)).toEqual(['2026-03-15', '2026-04-15']);
  expect(timeSlots({ sessions: [], rhythm: monthly, today: '2026-05-20' })).toEqual([]);
});

test('a session dated thousands of years away, as a faulty vault may send it, is left out', () => {
  const sessions = [session('2026-03-20', held), session('9999-12-31', held), session('0001-01-01')];
  const slots = timeSlots({ sessions, rhythm: monthly, today: '2026-05-20' });
  const dates = slots.flatMap((slot) => slot.sessions.map((one) => one.date));
  expect(dates).toEqual(['0001-01-01', '2026-03-20']);
});
