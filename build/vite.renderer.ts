import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The window. Relative addresses only, so that it can be served from any scheme; nothing inlined that the CSP refuses. */
export function rendererConfig(root: string, out: string): InlineConfig {
  return {
    root: join(root, 'renderer'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      target: 'chrome140',
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      // An inlined font would be a data: address, which font-src 'self' refuses.
      assetsInlineLimit: 0,
      // The polyfill fetches; connect-src is 'none' and Chromium needs no polyfill.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
    },
  };
}
