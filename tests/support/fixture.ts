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
    const open: Watched[] = [];
    const follow = (app: App): App => {
      open.push(watch(app));
      return { ...app, relaunch: async () => follow(await app.relaunch()) };
    };
    await use(async (options) => follow(await launchApp(options)));
    if (info.status !== info.expectedStatus) for (const watched of open) await show(watched);
    await Promise.all(open.map(({ app }) => app.kill()));
  },
});

type Watched = { readonly app: App; readonly unanswered: Set<string>; readonly errors: string[] };

function watch(app: App): Watched {
  const { page } = app;
  const unanswered = new Set<string>();
  const errors: string[] = [];
  page.on('request', (request) => unanswered.add(request.url()));
  page.on('requestfinished', (request) => unanswered.delete(request.url()));
  page.on('requestfailed', (request) => {
    unanswered.delete(request.url());
    errors.push(`failed: ${request.url()}`);
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  return { app, unanswered, errors };
}

/** What a failed test had in a window, said aloud: of a run elsewhere nothing but its output is left. */
async function show({ app: { page, output }, unanswered, errors }: Watched): Promise<void> {
  if (page.isClosed()) return;
  const shown = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: unknown) => String(error));
  const lines = ['', 'At the end a window showed:', shown, ...errors];
  for (const url of unanswered) lines.push(`unanswered: ${url}`);
  process.stdout.write(`${lines.join('\n')}\n${output()}\n`);
}

export { expect } from '@playwright/test';
