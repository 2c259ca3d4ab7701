import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** Electron's main process and the vault thread: one folder of ES modules, everything bundled but native addons. */
export function mainConfig(root: string, out: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: {
      target: 'node',
      noExternal: true,
      external: ['electron', 'better-sqlite3', '@node-rs/argon2'],
    },
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(out, 'main'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { main: join(root, 'electron/main.ts'), thread: join(root, 'electron/core/thread.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}
