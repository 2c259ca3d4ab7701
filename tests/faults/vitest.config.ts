import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The long versions of what `npm test` tries shortly: `npm run faults`. Half an hour to an hour on two cores. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/faults/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
