import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { type App, launchApp } from '../support/app.ts';

export type StepLog = { readonly step: string; readonly milliseconds: number; readonly screenshot: string };

/** What the demo plays on: one folder, screenshots in order, marker words, a log of what was done. */
export type Stage = {
  readonly out: string;
  /** The folder the two people share. */
  readonly exchange: string;
  readonly steps: StepLog[];
  readonly canaries: Record<string, string>;
  /** Opens an app on a profile under `vaults/`. */
  open(who: string, locale?: string): Promise<App>;
  /** Keeps a screenshot, with the time since the one before. */
  mark(name: string, app: App): Promise<void>;
  /** Runs a step and keeps one screenshot of how it looks at its end. */
  step(name: string, app: App, run: () => Promise<void>): Promise<void>;
  /** A marker word nobody else would write, for one private field; the same field gives the same word. */
  canary(field: string): string;
  /** Types a marker word, leaves it until it is kept in the vault, and deletes it again, in a field whose words are shown later. */
  typeAndDelete(field: string, box: Locator): Promise<void>;
};

/** Consonants and vowels in turn: words that look like words, in no language. */
function markerWord(number: number): string {
  const consonants = 'bdfgklmnprstvz';
  const vowels = 'aeiou';
  let word = 'qx';
  let rest = number * 7919 + 104_729;
  for (let place = 0; place < 6; place += 1) {
    const letters = place % 2 === 0 ? consonants : vowels;
    word += letters[rest % letters.length];
    rest = Math.floor(rest / 3) + 31 * (place + number + 1);
  }
  return `${word}${String(number).padStart(2, '0')}`;
}

export function setStage(out: string): Stage {
  const exchange = join(out, 'exchange');
  const screenshots = join(out, 'screenshots');
  for (const folder of [exchange, screenshots, join(out, 'vaults')]) mkdirSync(folder, { recursive: true });
  const steps: StepLog[] = [];
  const canaries: Record<string, string> = {};

  function canary(field: string): string {
    canaries[field] ??= markerWord(Object.keys(canaries).length + 1);
    return canaries[field];
  }

  let since = performance.now();
  async function mark(name: string, app: App): Promise<void> {
    const milliseconds = Math.round(performance.now() - since);
    const screenshot = `${String(steps.length + 1).padStart(3, '0')}-${name}.png`;
    await app.page.screenshot({ path: join(screenshots, screenshot), animations: 'disabled' });
    steps.push({ step: name, milliseconds, screenshot: `screenshots/${screenshot}` });
    process.stdout.write(`${screenshot.slice(0, 3)}  ${name} (${milliseconds} ms)\n`);
    since = performance.now();
  }

  async function step(name: string, app: App, run: () => Promise<void>): Promise<void> {
    await run().catch(async (error: unknown) => {
      await app.page.screenshot({ path: join(out, `stopped-at-${name}.png`), fullPage: true });
      throw error;
    });
    await mark(name, app);
  }

  return {
    out,
    exchange,
    steps,
    canaries,
    open: (who, locale) =>
      launchApp({ data: join(out, 'vaults', who), ...(locale === undefined ? {} : { locale }) }),
    mark,
    step,
    canary,
    async typeAndDelete(field, box) {
      const word = canary(field);
      await box.click();
      await box.pressSequentially(word);
      // What is typed is kept within 0.8 seconds: what was never kept would prove little.
      await box.page().waitForTimeout(1000);
      for (let letter = 0; letter < word.length; letter += 1) await box.press('Backspace');
    },
  };
}

/** Writes `demo.json`: what was done, how long each step took, the marker words, and what was looked through for them. */
export function writeLog(stage: Stage, more: Record<string, unknown>): void {
  const log = { format: 1, ...more, steps: stage.steps, canaries: stage.canaries };
  writeFileSync(join(stage.out, 'demo.json'), `${JSON.stringify(log, null, 2)}\n`);
}
