import { expect, test } from 'vitest';
import { findViolations, type Source } from '../../build/layers.ts';

const sound: readonly Source[] = [
  { path: 'shared/result.ts', text: "import { z } from 'zod';" },
  { path: 'electron/core/protocol.ts', text: "import type { Result } from '../../shared/result.ts';" },
  { path: 'electron/core/items/commit.ts', text: "db.prepare('INSERT INTO item VALUES (?)');" },
  { path: 'electron/core/services/pages.ts', text: "import { commit } from '../items/commit.ts';" },
  { path: 'electron/core/services/moments.ts', text: "import { commit } from '../items/commit.ts';" },
  { path: 'electron/window.ts', text: "import { BrowserWindow } from 'electron';" },
  { path: 'renderer/api.ts', text: "import { useState } from 'react';" },
  { path: 'renderer/features/pages/Pages.tsx', text: "import { call } from '../../api.ts';" },
  { path: 'renderer/features/today/Today.tsx', text: '' },
  { path: 'build/build.ts', text: "import { build } from 'vite';" },
];

function planted(path: string, text: string): string[] {
  return findViolations([...sound.filter((source) => source.path !== path), { path, text }]).map(
    (violation) => `${violation.path} ${violation.why}`,
  );
}

test('A sound house has no violation', () => {
  expect(findViolations(sound)).toEqual([]);
});

test.each([
  ['shared reaching for Node', 'shared/a.ts', "import { join } from 'node:path';"],
  ['shared reaching for a library', 'shared/a.ts', "import canonicalize from 'canonicalize';"],
  ['shared reaching into core', 'shared/a.ts', "import type { X } from '../electron/core/protocol.ts';"],
  ['core importing electron', 'electron/core/a.ts', "import { app } from 'electron';"],
  ['core importing the shell', 'electron/core/a.ts', "import { createWindow } from '../window.ts';"],
  ['core importing the window', 'electron/core/a.ts', "import { call } from '../../renderer/api.ts';"],
  [
    'a shell file without the flash importing electron',
    'electron/locking.ts',
    "import { app } from 'electron';",
  ],
  [
    'the shell reaching past the protocol',
    'electron/main.ts',
    "import { commit } from './core/items/commit.ts';",
  ],
  ['the shell using a library', 'electron/main.ts', "import { z } from 'zod';"],
  ['the window importing Node', 'renderer/a.ts', "import { readFile } from 'fs';"],
  ['the window importing core', 'renderer/a.ts', "import type { X } from '../electron/core/protocol.ts';"],
  ['the window using a foreign library', 'renderer/a.ts', "import Database from 'better-sqlite3';"],
  ['a lazy import', 'renderer/a.ts', "const load = () => import('node:fs');"],
  ['a re-export', 'renderer/a.ts', "export { X } from '../electron/core/protocol.ts';"],
  [
    'an import over several lines',
    'renderer/features/today/Today.tsx',
    "import {\n  Pages,\n} from '../pages/Pages.tsx';",
  ],
  ['one service importing another', 'electron/core/services/pages.ts', "import { x } from './moments.ts';"],
  ['items importing a service', 'electron/core/items/a.ts', "import { x } from '../services/pages.ts';"],
  ['a room importing what composes it', 'electron/core/items/a.ts', "import { api } from '../api.ts';"],
  ['anything importing tests', 'renderer/a.ts', "import { launchApp } from '../tests/support/app.ts';"],
  ['anything importing build', 'electron/main.ts', "import { root } from '../build/build.ts';"],
  ...[
    'repair/Naming',
    'repair/Accounts',
    'moments/CheckIn',
    'moments/EpisodeFields',
    'agreement/Arrangements',
  ].map((path) => [
    `words looked at in ${path}`,
    `renderer/features/${path}.tsx`,
    "import { LookAtWords } from '../../language/LookAtWords.tsx';",
  ]),
  [
    'words looked at in a pulse',
    'renderer/features/supervision/Pulse.tsx',
    "import { LookAtWords } from '../../language/LookAtWords.tsx';",
  ],
  [
    'words found past the shared part',
    'renderer/features/repair/Naming.tsx',
    "import { findWords } from '../../../shared/language/findWords.ts';",
  ],
  [
    'a reading figure in the core',
    'electron/core/services/pages.ts',
    "import { lixOf } from '../../../shared/language/readability.ts';",
  ],
  [
    'what is looked at reaching the core',
    'renderer/language/Looking.tsx',
    "import { call } from '../api.ts';",
  ],
  ['SQL in the window', 'renderer/a.ts', "const rows = ask('SELECT * FROM item');"],
  ['SQL in the shell', 'electron/main.ts', 'db.exec(`\n  DELETE FROM item`);'],
])('%s is found', (_what, path, text) => {
  expect(planted(path, text)).toHaveLength(1);
});

test('A circle of imports is found once, and named', () => {
  const circle = findViolations([
    { path: 'shared/a.ts', text: "import './b.ts';" },
    { path: 'shared/b.ts', text: "import './c.ts';" },
    { path: 'shared/c.ts', text: "import { a } from './a.ts';" },
  ]);
  expect(circle).toEqual([
    {
      path: 'shared/a.ts',
      why: 'imports itself in a circle: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts',
    },
  ]);
});

test('Types and lazy imports make no circle: neither takes part in the order of loading', () => {
  const apart = findViolations([
    { path: 'renderer/a.ts', text: "import { b } from './b.ts';\nimport { c } from './c.ts';" },
    { path: 'renderer/b.ts', text: "import type { A } from './a.ts';" },
    { path: 'renderer/c.ts', text: "const later = () => import('./a.ts');" },
  ]);
  expect(apart).toEqual([]);
});
