import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const electron = join(import.meta.dirname, 'build/stand-in/electron.ts');

export default defineConfig({
  test: {
    projects: [
      {
        // The shell's files are tested against the stand-in's `electron`.
        resolve: { alias: { electron } },
        test: {
          name: 'core',
          include: ['tests/domain/**/*.test.ts', 'tests/core/**/*.test.ts'],
          environment: 'node',
          // Native addons and worker threads of their own: a process a file, never a thread.
          pool: 'forks',
          maxWorkers: 2,
          // A file is loaded once for each worker, not once for each file of tests: half of their time was that. What several
          // files make once (two people who joined) serves all of them.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['tests/renderer/**/*.test.{ts,tsx}', 'renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
