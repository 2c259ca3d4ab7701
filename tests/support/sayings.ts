import { whoAmI } from '../../electron/core/items/me.ts';
import { statementsOf } from '../../electron/core/items/read.ts';
import type { TestCore } from './core.ts';

/** Numbers from one seed, so that a failing run can be run again. */
export type Chooser = (below: number) => number;

/** mulberry32, a public-domain generator: plenty for choosing among a handful of things. */
export function chooser(seed: number): Chooser {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const openings = ['I was afraid', 'Roeddwn yn poeni', 'We went too fast', 'The family said', 'Nobody asked'];

/** Says one thing this person could say now in a session of this space, chosen by `choose`: new words, changed ones, or words taken back. */
export async function saySomething(core: TestCore, space: string, choose: Chooser): Promise<void> {
  core.platform.advance(choose(90_000));
  const db = core.session().deps.vault.db();
  const sessions = statementsOf(db, 'session', space);
  const session = sessions[choose(sessions.length + 1)]?.item ?? (await newSession(core, space, choose));
  const text = `${openings[choose(openings.length)]}, ${choose(1_000_000)}`;
  const mine = statementsOf(db, 'voice', space).filter((one) => one.owner === whoAmI(db).identity);
  const topics = statementsOf(db, 'topic', space).filter((one) => one.subject === session);
  const place = topics[choose(topics.length + 1)]?.item ?? 'howWeWork';
  switch (choose(9)) {
    case 0:
      return show(
        core,
        session,
        (await core.call('sessions.saveTopic', { session, item: null, title: text })).item,
      );
    case 1: {
      const old = mine[choose(Math.max(1, mine.length))];
      if (old === undefined) return;
      await core.call('sessions.takeBack', { item: old.item });
      return;
    }
    case 2: {
      const old = mine.find((one) => one.subject === session && one.body.part !== null);
      if (old?.body.part == null) return;
      await core.call('sessions.saveVoice', { session, place: old.body.part, item: old.item, text });
      return show(core, session, old.item);
    }
    case 3: {
      const stance = (['agree', 'differ', 'later', null] as const)[choose(4)] ?? null;
      if (place !== 'howWeWork') await core.call('sessions.answer', { session, place, stance });
      return;
    }
    case 4: {
      const promise = { session, place: null, item: null, text, due: '2026-12-24' };
      return show(core, session, (await core.call('promises.save', promise)).item);
    }
    case 5: {
      const answers = ['yes', 'partly', 'no', null] as const;
      const decision = statementsOf(db, 'decision', space)[0]?.item;
      if (decision === undefined) return decide(core, session, text);
      const [heard, explained, clear] = [0, 1, 2].map(() => answers[choose(4)] ?? null);
      await core.call('decisions.fair', {
        decision,
        heard: heard ?? null,
        explained: explained ?? null,
        clear: clear ?? null,
      });
      return;
    }
    case 6: {
      const { item } = await core.call('ways.save', { space, item: null, name: text, questions: [text] });
      const { mine: drafts } = await core.call('ways.list', { space });
      const stamp = drafts.find((draft) => draft.item === item)?.stamp ?? '';
      await core.call('ways.show', { item, stamp });
      return;
    }
    case 7: {
      const note = { space, title: text, text, promise: { text: '', due: null } };
      const decision = { text, who: 'together', because: '' } as const;
      const { stamp } = await core.call('corridor.save', { ...note, decision });
      await core.call('corridor.show', { date: '2026-12-24', stamp });
      return;
    }
    default:
      return show(
        core,
        session,
        (await core.call('sessions.saveVoice', { session, place, item: null, text })).item,
      );
  }
}

async function decide(core: TestCore, session: string, text: string): Promise<void> {
  const decision = { text, who: 'aboveUs', because: '', alternatives: '', tookPart: text } as const;
  const said = { session, place: null, item: null, ...decision };
  return show(core, session, (await core.call('sessions.saveDecision', said)).item);
}

async function newSession(core: TestCore, space: string, choose: Chooser): Promise<string> {
  const date = `2026-12-${String(1 + choose(28)).padStart(2, '0')}`;
  return (await core.call('sessions.create', { space, date })).session;
}

async function show(core: TestCore, session: string, item: string): Promise<void> {
  const { mine } = await core.call('sessions.get', { session });
  const draft = mine.find((one) => one.item === item);
  if (draft === undefined) throw new Error('there is no such draft');
  await core.call('sessions.show', { item, stamp: draft.stamp });
}
