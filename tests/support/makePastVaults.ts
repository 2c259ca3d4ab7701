import { join } from 'node:path';
import { say } from '../../electron/core/items/commit.ts';
import type { Indicator } from '../../shared/model/indicator.ts';
import { addDays } from '../../shared/model/civilDays.ts';
import { startCoreWithVault, type TestCore } from './core.ts';
import { joinTwo } from './pair.ts';
import { writePast } from './past.ts';

/*
 * Run by itself (`node makePastVaults.ts ROOT FOLDER`): the two people of makeJoinedVaults.ts, the supervisee with a year behind
 * them, and what both looked at together in it.
 */
const [, , root, folder] = process.argv;
if (root === undefined || folder === undefined) throw new Error('where to?');
const now = new Date().toISOString();
const today = now.slice(0, 10);
const supervisor = await startCoreWithVault({ root: join(root, 'supervisor'), name: 'Sioned Example', now });
const supervisee = await startCoreWithVault({ root: join(root, 'supervisee'), name: 'Amir Example', now });
const space = await joinTwo(supervisor, supervisee, { root, folder });

writePast(supervisee.session().deps, { days: 360, moments: 90, episodes: 14, ruptures: 0 });
for (const core of [supervisor, supervisee]) {
  await core.call('indicators.pick', { space, indicators: ['relationships', 'takingPart'] });
}
const told = [
  [300, 'She let me in without asking who had sent me.', 3, 'I hear fewer apologies in his visits.', 4],
  [200, 'We ate together before we talked.', 5, 'Two families asked for him by name.', 5],
  [90, 'They rang me first, not the duty line.', null, 'He stayed when it got loud.', 6],
  [20, 'The grandmother chaired it. I wrote.', 8, 'I would not have dared that.', 6],
] as const;
for (const [before, hisStory, hisNumber, herStory, herNumber] of told) {
  const on = addDays(today, -before);
  tell(supervisee, { indicator: 'relationships', on, story: hisStory, number: hisNumber });
  tell(supervisor, { indicator: 'relationships', on: addDays(on, 3), story: herStory, number: herNumber });
}
for (const [index, minutes] of [75, 40, 80, 60].entries()) {
  const date = addDays(today, -30 * (index + 1));
  const { session } = await supervisee.call('sessions.create', { space, date });
  await supervisee.call('time.say', { session, said: { outcome: 'held', minutes, why: '' } });
}
for (const core of [supervisor, supervisee, supervisor]) await core.call('exchange.sync', {});
for (const core of [supervisor, supervisee]) {
  await core.call('vault.codeWritten', {});
  await core.lock();
  core.close();
}

function tell(
  core: TestCore,
  body: { indicator: Indicator; on: string; story: string; number: number | null },
): void {
  say(core.session().deps, { kind: 'indicatorNote', space, body });
}
