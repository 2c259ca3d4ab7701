import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whyLeftOver } from '../../shared/model/leftOver.ts';
import type { PlaceView } from '../../shared/model/sessionView.ts';

const nothing: PlaceView = {
  place: 'aaaaaaaaaaaaaaaaaaaaaaaaaa',
  title: 'Leave',
  topic: null,
  from: null,
  voices: [],
  stances: { supervisee: null, supervisor: null },
  standing: null,
  differences: [],
  decisions: [],
  promises: [],
  scribed: [],
};
const voice = { item: 'b', hash: 'c', role: 'supervisor', text: 'I heard.', scribed: false } as const;

test('A topic that nobody touched was not reached', () => {
  expect(whyLeftOver(nothing)).toBe('notReached');
});

test('One voice is enough to have reached it, whoever spoke', () => {
  expect(whyLeftOver({ ...nothing, voices: [voice] })).toBe(null);
});

test('One person’s Later is enough to offer it again, whatever else was said of it', () => {
  const stance = fc.constantFrom('agree', 'differ', 'later', null);
  fc.assert(
    fc.property(stance, stance, fc.boolean(), (supervisee, supervisor, spoke) => {
      const why = whyLeftOver({
        ...nothing,
        stances: { supervisee, supervisor },
        voices: spoke ? [voice] : [],
      });
      const isLater = supervisee === 'later' || supervisor === 'later';
      const isReached = spoke || supervisee !== null || supervisor !== null;
      expect(why).toBe(isLater ? 'later' : isReached ? null : 'notReached');
    }),
  );
});
