import { _electron } from '@playwright/test';
import { usableElectron } from '../../build/electronRuntime.ts';
import { noteBlockedByPolicy, type Refused } from '../../build/stand-in/hostWindow.ts';
import type { Driven, DriverOptions } from './driver.ts';

/** Opens the app in a real Electron. Its dialogs are answered in main, since no test can press a native button. */
export async function openInElectron(options: DriverOptions): Promise<Driven> {
  const executablePath = usableElectron();
  if (executablePath === null) throw new Error('There is no Electron to drive here.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath,
    args: [...sandbox, `--lang=${options.locale}`, options.main],
    env: { ...options.env, XDG_DOCUMENTS_DIR: options.documents },
    colorScheme: options.theme,
  });
  let output = '';
  for (const stream of [electron.process().stdout, electron.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await electron.evaluate(({ app }, documents) => app.setPath('documents', documents), options.documents);
  const page = await electron.firstWindow();
  await electron.context().exposeFunction('nextDialog', options.nextDialog);
  await electron.evaluate(({ dialog, BrowserWindow }) => {
    const ask = (title: string): Promise<string | null> =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `nextDialog(${JSON.stringify(title)})`,
      ) ?? Promise.resolve(null);
    const titleOf = (args: readonly unknown[]) => (args.at(-1) as { title?: string }).title ?? '';
    Object.assign(dialog, {
      showOpenDialog: async (...args: readonly unknown[]) => {
        const path = await ask(titleOf(args));
        return { canceled: path === null, filePaths: path === null ? [] : [path] };
      },
      showSaveDialog: async (...args: readonly unknown[]) => {
        const path = await ask(titleOf(args));
        return { canceled: path === null, filePath: path ?? '' };
      },
    });
  });
  const refused: Refused[] = [];
  await noteBlockedByPolicy(page, refused);
  page.on('requestfailed', (request) => {
    if (!request.url().startsWith('app:')) refused.push({ url: request.url(), by: 'session' });
  });
  const ended = new Promise<void>((resolve) => electron.once('close', () => resolve()));
  return {
    page,
    url: () => page.url(),
    emit: async (event) => {
      await electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    },
    kill: async () => {
      electron.process().kill('SIGKILL');
      await ended;
    },
    close: async () => {
      await electron
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
        .catch(() => undefined);
      await ended;
    },
    refusedRequests: () => refused,
    output: () => output,
    inspect: async () => null,
    ended,
  };
}
