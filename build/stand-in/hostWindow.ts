import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, CDPSession, Frame, Page, Route } from '@playwright/test';
import { isOwnAddress, toApp, toChromium } from './addresses.ts';
import type { Channel, MainCalls, WindowRequest } from './channel.ts';
import { BINDING, type FromPage, initScript } from './initScript.ts';

/** How the app's own window looks to its page. */
export type WindowLook = {
  readonly locale: string;
  readonly theme: 'light' | 'dark' | 'system';
  /** False leaves the size to the person's own window manager. */
  readonly fixedSize: boolean;
};

/** One way out that was tried and refused, and by whom. */
export type Refused = {
  readonly url: string;
  readonly by: 'policy' | 'navigation' | 'opening' | 'session' | 'stand-in';
};

export type HostWindow = {
  readonly page: Page;
  readonly load: (url: string) => Promise<void>;
  readonly send: (channel: string, args: readonly unknown[]) => void;
  readonly print: (options: Readonly<Record<string, unknown>>) => Promise<Uint8Array>;
  readonly crash: () => Promise<void>;
  readonly destroy: () => Promise<void>;
};

type ToPage = { readonly channel: string; readonly args: readonly unknown[] };
type BindingAnswer = { value: unknown } | { error: string } | ToPage | null;

/** One of the app's windows as a page in its own browser context: nothing is shared between windows or apps. */
export async function openHostWindow(
  browser: Browser,
  request: WindowRequest,
  look: WindowLook,
  main: Channel<MainCalls>,
  refused: Refused[],
): Promise<HostWindow> {
  const size: BrowserContextOptions =
    look.fixedSize || !request.show
      ? { viewport: { width: request.width, height: request.height } }
      : { viewport: null };
  const context = await browser.newContext({
    ...size,
    locale: look.locale,
    colorScheme: look.theme === 'system' ? null : look.theme,
    javaScriptEnabled: request.javascript,
  });
  const page = await context.newPage();
  // Opened now: a page that hangs later would not let one be opened.
  const control = await context.newCDPSession(page);
  const window = request.window;
  let destroyed = false;
  /** The addresses main itself is loading, a second over a first: the only navigations that are not the page's own. */
  const loading: string[] = [];
  const messages = createMailbox();

  await page.exposeBinding(BINDING, (source, message: FromPage) => receive(source.frame, message));
  if (request.preload !== null) {
    await page.addInitScript({ content: initScript(await readFile(request.preload, 'utf8')) });
  }
  await context.route('**/*', (route) => answer(route).catch(() => route.abort().catch(() => undefined)));
  await noteBlockedByPolicy(page, refused);
  context.on('page', (opened) => {
    if (opened !== page) void refuseOpening(opened);
  });
  page.on('close', () => {
    if (!destroyed) void main.call('window.lost', { window }).catch(() => undefined);
  });

  async function receive(frame: Frame, message: FromPage): Promise<BindingAnswer> {
    if (message.type === 'next') return messages.next(message.first);
    const { channel, args } = message;
    const top = frame === page.mainFrame();
    try {
      return {
        value: await main.call('ipc.invoke', { window, url: toApp(frame.url()), top, channel, args }),
      };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async function answer(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    const navigates = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (
      navigates &&
      !loading.includes(url) &&
      (await main.call('navigation.prevented', { window, url: toApp(url) }))
    ) {
      refused.push({ url: toApp(url), by: 'navigation' });
      return route.abort('aborted');
    }
    if (!isOwnAddress(url)) {
      const cancelled = await main.call('request.cancelled', { window, url });
      refused.push({ url, by: cancelled ? 'session' : 'stand-in' });
      return route.abort('internetdisconnected');
    }
    const response = await main.call('protocol.request', {
      window,
      url: toApp(url),
      method: request.method(),
    });
    return route.fulfill({
      status: response.status,
      headers: response.headers,
      body: Buffer.from(response.body),
    });
  }

  async function refuseOpening(opened: Page): Promise<void> {
    const url = toApp(opened.url());
    const denied = await main.call('open.denied', { window, url }).catch(() => true);
    refused.push({ url, by: denied ? 'opening' : 'stand-in' });
    await opened.close();
  }

  return {
    page,
    load: async (url) => {
      // Chromium leaves no busy page, and holds back every command once it was told to: `crash` must come before.
      await control.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined);
      // A page that is sent somewhere after it was told to close does neither, and its app would never end.
      if (destroyed) throw new Error('The window is gone');
      const address = toChromium(url);
      loading.push(address);
      try {
        await page.goto(address);
      } finally {
        loading.splice(loading.indexOf(address), 1);
      }
    },
    send: (channel, args) => messages.put({ channel, args }),
    print: (options) => print(control, options),
    crash: async () => {
      // Ending the process would end Playwright's page for good; ending what runs in it frees the page to go.
      await control.send('Runtime.terminateExecution').catch(() => undefined);
    },
    destroy: async () => {
      destroyed = true;
      messages.close();
      // On a busy machine Chromium now and then never closes a page that was on its way somewhere; it ends with the browser.
      await within(5_000, context.close());
    },
  };
}

/** Waits for work to end, well or badly, and no longer than this: an app must end although its page does not. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  await Promise.race([
    work.catch(() => undefined),
    wait(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined),
  ]);
  stop.abort();
}

/** Adds each address that the page's Content-Security-Policy kept it from. Such a request is never made, so no route sees it. */
export async function noteBlockedByPolicy(page: Page, refused: Refused[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Audits.issueAdded', ({ issue }) => {
    const url = issue.details.contentSecurityPolicyIssueDetails?.blockedURL;
    if (url !== undefined) refused.push({ url: toApp(url), by: 'policy' });
  });
  await session.send('Audits.enable');
}

/** Messages for the document that asks for the next one. What was sent to an earlier document is lost, as in Electron. */
function createMailbox(): {
  put: (message: ToPage) => void;
  next: (first: boolean) => Promise<ToPage | null>;
  close: () => void;
} {
  let waiting: ((message: ToPage | null) => void) | null = null;
  let kept: ToPage[] = [];
  const take = (message: ToPage | null) => {
    waiting?.(message);
    waiting = null;
  };
  return {
    put: (message) => {
      if (waiting === null) kept.push(message);
      else take(message);
    },
    next: (first) => {
      take(null);
      if (first) kept = [];
      const message = kept.shift();
      if (message !== undefined) return Promise.resolve(message);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => take(null),
  };
}

async function print(session: CDPSession, options: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
  const { data } = await session.send('Page.printToPDF', {
    generateTaggedPDF: options.generateTaggedPDF === true,
    generateDocumentOutline: options.generateDocumentOutline === true,
    preferCSSPageSize: options.preferCSSPageSize === true,
    printBackground: options.printBackground === true,
  });
  return new Uint8Array(Buffer.from(data, 'base64'));
}
