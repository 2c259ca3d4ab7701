import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../../build/build.ts';
import { driverHere } from '../support/app.ts';
import { closeChromium } from '../support/standInDriver.ts';
import { howWeWork } from './agreement.ts';
import { evening } from './alone.ts';
import { appraisal } from './appraisal.ts';
import { bringPeople } from './bringPeople.ts';
import { couldNotSay, howATopicWas, lookAtTogether, strengthsAndThanks } from './between.ts';
import { blindPlacement, ledgerAndPreparation } from './choices.ts';
import { forMyself, howILead } from './forMyself.ts';
import { inward } from './inward.ts';
import { lookBack } from './lookBack.ts';
import { lookThrough } from './lookThrough.ts';
import { inWelsh, privatePages } from './pages.ts';
import { openPackets } from './openPackets.ts';
import { mend } from './repair.ts';
import { betweenAgencies, wordsOfApology } from './repairWords.ts';
import { lines, signing, together, twoVoices, verifySaved } from './session.ts';
import { setStage, type Stage, writeLog } from './stage.ts';
import { shownToThird } from './third.ts';
import { aroundTheWords, formalWork } from './ways.ts';

/** Plays the main job through the real windows of two vaults and leaves everything in `--out`; see README. */
async function playDemo(out: string): Promise<void> {
  const begun = performance.now();
  if (process.env.TWOVOICE_DIST === undefined) await buildApp();
  const stage = setStage(out);
  const cast = await bringPeople(stage);
  await privatePages(stage, cast.supervisee);
  await formalWork(stage, cast.supervisee);
  await evening(stage, cast.supervisee);
  await inward(stage, cast.supervisee);
  await forMyself(stage, cast.supervisee);
  await howWeWork(stage, cast);
  await twoVoices(stage, cast);
  await howATopicWas(stage, cast);
  await aroundTheWords(stage, cast);
  await blindPlacement(stage, cast);
  await ledgerAndPreparation(stage, cast);
  await together(stage, cast);
  await couldNotSay(stage, cast);
  await strengthsAndThanks(stage, cast);
  await lookAtTogether(stage, cast);
  await mend(stage, cast);
  await wordsOfApology(stage, cast.supervisor);
  await betweenAgencies(stage, cast.supervisee);
  await howILead(stage, cast.supervisor);
  await signing(stage, cast);
  await lookBack(stage, cast);
  await appraisal(stage, cast);
  await inWelsh(stage, cast.supervisee);
  await Promise.all([cast.supervisor.close(), cast.supervisee.close()]);
  await closeChromium();
  verifySaved(stage);
  await proveNothingGotOut(stage, begun);
}

/** Looks for every marker word in what lies there as bytes and in what each packet says to whom it was sent; throws when one is found. */
async function proveNothingGotOut(stage: Stage, begun: number): Promise<void> {
  const words = Object.values(stage.canaries);
  const { files, found: inFiles } = lookThrough(stage.out, words);
  const folders = { vaults: join(stage.out, 'vaults'), exchange: stage.exchange };
  const shown = { supervisor: lines.his, supervisee: lines.hers, third: shownToThird };
  const { packets, found: inPackets } = await openPackets(folders, words, shown);
  const found = [...inFiles, ...inPackets];
  writeLog(stage, {
    drivenThrough: driverHere(),
    seconds: Math.round((performance.now() - begun) / 1000),
    filesLookedThrough: files,
    packetsOpened: packets,
    found,
  });
  if (found.length > 0) throw new Error(`marker words were found: ${JSON.stringify(found)}`);
  process.stdout.write(
    `${stage.steps.length} steps; none of the ${words.length} marker words is in any of ${files} files, nor in any of ${packets} packets as its receiver opens it. See ${stage.out}\n`,
  );
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' } } });
const out = resolve(values.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (readdirSync(out).length > 0) throw new Error('the folder for the demo could not be emptied');
await playDemo(out);
