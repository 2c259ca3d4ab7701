import { tmpdir } from 'node:os';
import type { Browser } from '@playwright/test';
import { toApp } from '../../build/stand-in/addresses.ts';
import { launchChromium } from '../../build/stand-in/chromium.ts';
import { startInStandIn } from '../../build/stand-in/host.ts';
import type { Driven, DriverOptions } from './driver.ts';

let shared: Promise<Browser> | null = null;

/** Opens the app in the stand-in, over the one Chromium of this process. */
export async function openInStandIn(options: DriverOptions): Promise<Driven> {
  shared ??= launchChromium(true);
  const standIn = await startInStandIn({
    browser: await shared,
    main: options.main,
    env: options.env,
    settings: { locale: options.locale, appData: tmpdir(), documents: options.documents },
    look: { locale: options.locale, theme: options.theme, fixedSize: true },
    answerDialog: async ({ title }) => options.nextDialog(title),
  });
  return {
    page: standIn.page,
    url: () => toApp(standIn.page.url()),
    emit: standIn.emitPower,
    kill: standIn.kill,
    close: standIn.close,
    refusedRequests: () => standIn.refused,
    output: standIn.output,
    inspect: standIn.inspect,
    ended: standIn.ended,
  };
}

/** Ends the shared Chromium, and with it every app still open. Needed where a process should end by itself. */
export async function closeChromium(): Promise<void> {
  const browser = await shared;
  shared = null;
  await browser?.close();
}
