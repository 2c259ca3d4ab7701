import { join, resolve } from 'node:path';
import { build } from 'vite';
import { mainConfig } from './vite.main.ts';
import { preloadConfig } from './vite.preload.ts';
import { rendererConfig } from './vite.renderer.ts';

export const root = resolve(import.meta.dirname, '..');

/** Builds main, vault thread, preload and window into `out`; throws when one of them does not build. */
export async function buildApp(out: string = join(root, 'dist')): Promise<void> {
  await Promise.all([
    build(mainConfig(root, out)),
    build(preloadConfig(root, out)),
    build(rendererConfig(root, out)),
  ]);
}

if (import.meta.main) await buildApp();
