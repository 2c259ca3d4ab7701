import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasDisplay } from './display.ts';
import { electronRuntime, fetchElectronRuntime } from './electronRuntime.ts';
import { requireNode24 } from './nodeVersion.ts';

requireNode24();
const root = resolve(import.meta.dirname, '..');
const { buildApp } = await import('./build.ts');
await buildApp();

if (!hasDisplay()) {
  say('There is no display here, so the demo is played instead. It leaves its files in demo-out/.');
  process.exitCode = await run(process.execPath, [
    join(root, 'tests/demo/demo.ts'),
    '--out',
    join(root, 'demo-out'),
  ]);
} else {
  const electron = electronRuntime() ?? (await fetchWithWord());
  if (electron !== null) {
    // Chromium refuses its own sandbox to root.
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    process.exitCode = await run(electron, [...sandbox, root]);
  } else {
    await startForTryingOut();
  }
}

function fetchWithWord(): Promise<string | null> {
  say('Fetching Electron’s runtime. This happens once.');
  return fetchElectronRuntime();
}

/** The same compiled app over an installed Chromium, in a profile that is gone when the window closes. */
async function startForTryingOut(): Promise<void> {
  const { findChromium, howToInstallChromium, launchChromium } = await import('./stand-in/chromium.ts');
  if (findChromium() === null) {
    say(`Electron’s runtime could not be fetched. ${howToInstallChromium}`);
    process.exitCode = 1;
    return;
  }
  say(
    'Electron’s runtime could not be fetched, so Twovoice opens in Chromium: for trying out, not for real records. What you write is deleted when you close it.',
  );
  const { startInStandIn } = await import('./stand-in/host.ts');
  const { askForPath } = await import('./stand-in/dialogPage.ts');
  const profile = await mkdtemp(join(tmpdir(), 'twovoice-try-out-'));
  const documents = join(profile, 'documents');
  await mkdir(documents);
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  const browser = await launchChromium(false);
  // Ctrl+C reaches the app's own process too; what is left to do here is to clear up after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  try {
    const standIn = await startInStandIn({
      browser,
      main: join(root, 'dist/main/main.js'),
      env: {
        PATH: process.env.PATH ?? '',
        HOME: homedir(),
        TWOVOICE_DATA: join(profile, 'data'),
        TWOVOICE_TRY_OUT: '1',
      },
      settings: { locale, appData: profile, documents },
      look: { locale, theme: 'system', fixedSize: false },
      answerDialog: (request) => askForPath(browser, request, documents, locale),
    });
    await standIn.ended;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', cwd: root });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
