import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildApp, root } from '../../build/build.ts';
import { launchApp } from '../support/app.ts';
import { startCoreWithVault, temporaryFolder } from '../support/core.ts';
import { writePast } from '../support/past.ts';
import { closeChromium } from '../support/standInDriver.ts';
import { text } from '../support/text.ts';
import { goTo, unlock } from '../support/vaultWindow.ts';
import { type Figure, figureOf } from './figure.ts';

const tenYears = { days: 3653, moments: 5000, episodes: 500, ruptures: 200 };
const t = text('en-GB');

/** Ten years on Looking back: what the core takes to gather them, and the window to draw them. */
export async function lookingBack(runs: number): Promise<Figure[]> {
  const out = join(root, 'node_modules/.cache/twovoice', `bench-${process.pid}`);
  const folder = temporaryFolder();
  await buildApp(out);
  process.env.TWOVOICE_DIST = out;
  try {
    const gathered = await gather(folder, runs);
    return [gathered, ...(await draw(folder, runs))];
  } finally {
    await closeChromium();
    rmSync(out, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function gather(folder: string, runs: number): Promise<Figure> {
  const core = await startCoreWithVault({ root: folder, now: new Date().toISOString() });
  writePast(core.session().deps, tenYears);
  await core.call('vault.codeWritten', {});
  const samples: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const begun = performance.now();
    await core.call('lookingBack.get', {});
    // The first is for warming up.
    if (run > 0) samples.push(performance.now() - begun);
  }
  await core.lock();
  core.close();
  const what = 'the core’s call for 5,000 moments and 500 episodes, output parsed';
  return figureOf({ id: 'past.gather', what, unit: 'ms', bound: 200, by: 'median', samples });
}

async function draw(folder: string, runs: number): Promise<Figure[]> {
  const app = await launchApp({ data: join(folder, 'data') });
  const { page } = app;
  await unlock(page);
  await goTo(page, t('lookingBack.title'));
  await page.locator('[data-chart="impact"] [role="img"]').waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const processorTime = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find((one) => one.name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const opened: number[] = [];
  const everything: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    await goTo(page, t('frame.place.today'));
    await page.locator('[data-chart="impact"]').waitFor({ state: 'detached' });
    const time = await openingTime(page);
    for (const fold of ['floor', 'kinds', 'said'] as const) {
      await page.getByRole('button', { name: t(`lookingBack.${fold}`), exact: true }).click();
    }
    await page.locator('[data-chart="said"] [role="img"]').waitFor();
    const before = await processorTime();
    const all = await rangeTime(page, t('lookingBack.range.all'));
    const worked = (await processorTime()) - before;
    // The first is for warming up.
    if (run === 0) continue;
    opened.push(time);
    everything.push(all);
    processor.push(worked);
  }
  await app.kill();
  rmSync(`${dirname(join(folder, 'data'))}/data-documents`, { recursive: true, force: true });
  const shared = { unit: 'ms', bound: 200, by: 'median' } as const;
  return [
    figureOf({
      ...shared,
      id: 'past.open',
      what: 'Looking back opened: the data’s arrival in the window to the painted frame',
      samples: opened,
    }),
    figureOf({
      ...shared,
      id: 'past.draw',
      what: 'all six charts drawn anew from ten years that are in the window, press to painted frame',
      samples: everything,
    }),
    figureOf({
      ...shared,
      id: 'past.processor',
      what: 'processor time of the window’s own thread for the same',
      samples: processor,
    }),
  ];
}

/**
 * From the data's arrival in the window to the painted charts. The bridge is frozen; what `useCall` does with its answer is not:
 * the moment in which it takes the rows in is noted, and nothing else of it changed.
 */
function openingTime(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const original = Promise.prototype.then;
    let arrived = Number.NaN;
    const isPast = (value: unknown) => typeof value === 'object' && value !== null && 'episodes' in value;
    function noteArrival(this: Promise<unknown>, taken?: unknown, ...others: unknown[]) {
      const noted =
        typeof taken === 'function'
          ? (value: unknown) => {
              if (isPast(value)) arrived = performance.now();
              return taken(value);
            }
          : taken;
      return Reflect.apply(original, this, [noted, ...others]);
    }
    Reflect.set(Promise.prototype, 'then', noteArrival);
    const link = [...document.querySelectorAll('nav a')].find((one) => one.textContent === name);
    (link as HTMLElement).click();
    const painted = await new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-chart="weights"] [role="img"]') === null) return;
        observer.disconnect();
        // The frame in which it is drawn is painted when the next task after it runs.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    Reflect.set(Promise.prototype, 'then', original);
    return painted - arrived;
  }, t('lookingBack.title'));
}

function rangeTime(page: Page, label: string): Promise<number> {
  return page.evaluate(async (name) => {
    const radio = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(name));
    const before = document.querySelector('[data-chart="said"]');
    const changed = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-chart="said"]') === before) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    const begun = performance.now();
    (radio as HTMLElement).click();
    return (await changed) - begun;
  }, label);
}
