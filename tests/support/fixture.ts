import { test as base } from '@playwright/test';
import { type App, driverHere, launchApp, type LaunchOptions } from './app.ts';
import { closeChromium } from './standInDriver.ts';

type Fixtures = {
  /** Opens the app; whatever is still open at the end of the test is ended then. */
  readonly launch: (options?: LaunchOptions) => Promise<App>;
};

/** Playwright's `test` with the app in it. */
export const test = base.extend<Fixtures, { chromiumEnds: undefined }>({
  chromiumEnds: [
    // Playwright reads a fixture's needs from this pattern, so it has to be one.
    async ({ browserName: _ }, use) => {
      await use(undefined);
      await closeChromium();
    },
    { scope: 'worker', auto: true },
  ],
  launch: async ({ chromiumEnds: _ }, use, info) => {
    info.annotations.push({ type: 'driver', description: driverHere() });
    const open: App[] = [];
    const follow = (app: App): App => {
      open.push(app);
      return { ...app, relaunch: async () => follow(await app.relaunch()) };
    };
    await use(async (options) => follow(await launchApp(options)));
    await Promise.all(open.map((app) => app.kill()));
  },
});

export { expect } from '@playwright/test';
