import { expect, test } from 'vitest';
import { say } from '../../electron/core/items/commit.ts';
import { joinedCircle } from '../support/circle.ts';

test('words about a pair’s session that somebody says in a circle are no part of the session, for nobody', async () => {
  const circle = await joinedCircle();
  const { founder, invited, space, sync } = circle;
  const [amir] = invited;
  if (amir === undefined) throw new Error('nobody was invited');
  try {
    const pair = (await amir.call('pairs.list', {})).pairs[0]?.space ?? '';
    const { session } = await founder.call('sessions.create', { space: pair, date: '2026-11-22' });
    await sync();
    const body = { part: 'beforeWeGo', text: 'said where others read it', scribed: null } as const;
    say(amir.session().deps, { kind: 'voice', space, subject: session, body });
    say(amir.session().deps, {
      kind: 'voice',
      space: pair,
      subject: session,
      body: { ...body, text: 'said here' },
    });
    await sync();
    for (const person of [founder, amir]) {
      const { view } = await person.call('sessions.get', { session });
      expect(view.beforeWeGo.voices.map((voice) => voice.text)).toEqual(['said here']);
    }
  } finally {
    circle.close();
  }
});
