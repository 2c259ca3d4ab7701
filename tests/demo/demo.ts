import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../../build/build.ts';
import { driverHere } from '../support/app.ts';
import { closeChromium } from '../support/standInDriver.ts';
import { howWeWork } from './agreement.ts';
import { evening } from './alone.ts';
import { appraisal } from './appraisal.ts';
import { bringPeople } from './bringPeople.ts';
import { blindPlacement, ledgerAndPreparation } from './choices.ts';
import { lookThrough } from './lookThrough.ts';
import { inWelsh, privatePages } from './pages.ts';
import { mend } from './repair.ts';
import { signing, together, twoVoices, verifySaved } from './session.ts';
import { setStage, writeLog } from './stage.ts';
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
  await howWeWork(stage, cast);
  await twoVoices(stage, cast);
  await aroundTheWords(stage, cast);
  await blindPlacement(stage, cast);
  await ledgerAndPreparation(stage, cast);
  await together(stage, cast);
  await mend(stage, cast);
  await signing(stage, cast);
  await appraisal(stage, cast);
  await inWelsh(stage, cast.supervisee);
  await Promise.all([cast.supervisor.close(), cast.supervisee.close()]);
  await closeChromium();
  verifySaved(stage);
  const { files, found } = lookThrough(out, Object.values(stage.canaries));
  writeLog(stage, {
    drivenThrough: driverHere(),
    seconds: Math.round((performance.now() - begun) / 1000),
    filesLookedThrough: files,
    found,
  });
  if (found.length > 0) throw new Error(`marker words were found: ${JSON.stringify(found)}`);
  process.stdout.write(
    `${stage.steps.length} steps; none of the marker words is in any of ${files} files. See ${out}\n`,
  );
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' } } });
const out = resolve(values.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (readdirSync(out).length > 0) throw new Error('the folder for the demo could not be emptied');
await playDemo(out);
