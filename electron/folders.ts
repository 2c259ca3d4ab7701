import { basename, dirname, join, resolve } from 'node:path';

export type Folders = {
  /** Where the vault and the preferences live. Local, never roaming or synced. */
  readonly data: string;
  /** Where Chromium keeps its own files: beside the journal, never among it. */
  readonly browser: string;
};

/**
 * Chooses the profile's folders. `TWOVOICE_DATA` overrides (tests, the demo, a second profile). On Windows the usual
 * application folder roams between machines, so local application data is used there.
 */
export function chooseFolders(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  appData: string,
): Folders {
  const local = platform === 'win32' ? (env.LOCALAPPDATA ?? appData) : appData;
  const data = resolve(env.TWOVOICE_DATA ?? join(local, 'Twovoice'));
  return { data, browser: join(dirname(data), `${basename(data)}-browser`) };
}
