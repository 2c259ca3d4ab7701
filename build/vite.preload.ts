import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** A sandboxed preload must be one CommonJS file that requires nothing but electron. */
export function preloadConfig(root: string, out: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(out, 'preload'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}
