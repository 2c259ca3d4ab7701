import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthIn, questionOf, questionToAsk } from '../../shared/model/modelling.ts';
import { modellingQuestions } from '../../shared/reflection/modelling.ts';

const may = { month: '2026-05', leads: true, answered: [], putAway: null } as const;

describe('the question of a month', () => {
  test('the month is that of the civil day where the person is, also at the edge of a month and of a year', () => {
    const lateOnMay31 = new Date('2026-05-31T23:30:00.000Z');
    expect(monthIn(lateOnMay31, 'UTC')).toBe('2026-05');
    expect(monthIn(lateOnMay31, 'Europe/London')).toBe('2026-06');
    expect(monthIn(lateOnMay31, 'America/New_York')).toBe('2026-05');
    const newYear = new Date('2026-12-31T23:59:59.999Z');
    expect(monthIn(newYear, 'Europe/London')).toBe('2026-12');
    expect(monthIn(newYear, 'Pacific/Auckland')).toBe('2027-01');
    expect(monthIn(new Date('2027-01-01T00:00:00.000Z'), 'Pacific/Honolulu')).toBe('2026-12');
  });

  test('each of the twelve months has its own, the same in every year', () => {
    const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(months.map((month) => questionOf(`2026-${month}`))).toEqual(modellingQuestions);
    expect(months.map((month) => questionOf(`2031-${month}`))).toEqual(modellingQuestions);
  });

  test('is asked of those who supervise somebody, and of nobody else', () => {
    expect(questionToAsk(may)).toEqual({ month: '2026-05', question: questionOf('2026-05') });
    expect(questionToAsk({ ...may, leads: false })).toBeNull();
  });

  test('rests once it is answered or put away, and what earlier months left unanswered changes nothing', () => {
    expect(questionToAsk({ ...may, answered: ['2026-05'] })).toBeNull();
    expect(questionToAsk({ ...may, putAway: '2026-05' })).toBeNull();
    const month = fc
      .tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
    fc.assert(
      fc.property(month, fc.array(month), fc.option(month), (now, answered, putAway) => {
        const others = answered.filter((one) => one !== now);
        const rested = putAway === now ? null : putAway;
        const asked = questionToAsk({ month: now, leads: true, answered: others, putAway: rested });
        expect(asked).toEqual({ month: now, question: questionOf(now) });
        expect(
          questionToAsk({ month: now, leads: true, answered: [...others, now], putAway: rested }),
        ).toBeNull();
      }),
    );
  });
});
