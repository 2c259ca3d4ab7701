import type { PackWriting } from '../../shared/contract/packs.ts';
import type { TestCore } from './core.ts';
import { joinedPair, type TestPair } from './pair.ts';

/** What was said in one session of a pair, shown and exchanged, and a private page of the supervisee. */
export type AppraisalYear = TestPair & {
  readonly session: string;
  /** Two lines in one voice each. */
  readonly said: { readonly supervisor: readonly string[]; readonly supervisee: readonly string[] };
  readonly page: string;
};

export const said = {
  supervisor: [
    'You stayed with the family when the easy thing was to leave.',
    'I heard you put the question to the panel plainly.',
  ],
  supervisee: ['I asked for time before the visit and used it to listen.', 'Next time I will ring first.'],
} as const;

const pageText = 'The strategy meeting went better than I feared.\nI wrote the chronology with the mother.';

/** A pair with one session of the year and one page, as a supervisee has it in appraisal month. */
export async function appraisalYear(): Promise<AppraisalYear> {
  const pair = await joinedPair('2026-03-20T08:59:00.000Z');
  const { session } = await pair.supervisor.call('sessions.create', {
    space: pair.space,
    date: '2026-03-12',
  });
  await pair.sync();
  await showVoice(pair.supervisor, session, said.supervisor.join('\n'));
  // Lines stand in the order they were shown in; these clocks only move when told to.
  for (const person of [pair.supervisor, pair.supervisee]) person.platform.advance(60_000);
  await showVoice(pair.supervisee, session, said.supervisee.join('\n'));
  await pair.sync();
  const page = await writePage(pair.supervisee, '2026-02-03', pageText);
  return { ...pair, session, said, page };
}

/** Says something under Before we go and shows it. Returns the voice's item. */
export async function showVoice(core: TestCore, session: string, text: string): Promise<string> {
  const { item } = await core.call('sessions.saveVoice', { session, place: 'beforeWeGo', item: null, text });
  const { mine } = await core.call('sessions.get', { session });
  const draft = mine.find((one) => one.item === item);
  if (draft === undefined) throw new Error('the words were not saved');
  await core.call('sessions.show', { item, stamp: draft.stamp });
  return item;
}

export async function writePage(core: TestCore, date: string, text: string): Promise<string> {
  const { item } = await core.call('pages.create', { date, promptSet: null });
  const { body } = await core.call('pages.get', { item });
  const blocks = text.split('\n').map((line) => ({ type: 'paragraph' as const, spans: [{ text: line }] }));
  const sections = body.sections.map((section) => ({ ...section, prose: { format: 1 as const, blocks } }));
  await core.call('pages.save', { item, body: { ...body, sections } });
  return item;
}

/** Chooses the line with this text from pages and sessions alike. */
export async function choose(core: TestCore, text: string): Promise<string> {
  for (const from of ['pages', 'sessions'] as const) {
    const { groups } = await core.call('evidence.sources', { from, after: null });
    const line = groups.flatMap((group) => group.lines).find((one) => one.text === text);
    if (line !== undefined)
      return (await core.call('evidence.choose', { source: line.source, text })).evidence;
  }
  throw new Error('no source offers this line');
}

/** A pack for the year with these lines under Looking back. */
export async function packWith(
  core: TestCore,
  evidence: readonly string[],
  language: 'en-GB' | 'cy' = 'en-GB',
): Promise<string> {
  const { pack } = await core.call('packs.create', {
    profile: 'council-annual-review',
    language,
    from: '2025-04-01',
    until: '2026-03-31',
  });
  await change(core, pack, (writing) => ({
    ...writing,
    sections: writing.sections.map((section) =>
      section.key === 'lookingBack' ? { ...section, evidence: [...evidence] } : section,
    ),
  }));
  return pack;
}

/** Saves a pack as changed by `edit`. */
export async function change(
  core: TestCore,
  pack: string,
  edit: (writing: PackWriting) => PackWriting,
): Promise<void> {
  const view = await core.call('packs.get', { pack });
  const { title, language, audience, from, until, fields, sections } = view;
  await core.call('packs.save', {
    pack,
    ...edit({ title, language, audience, from, until, fields, sections }),
  });
}
