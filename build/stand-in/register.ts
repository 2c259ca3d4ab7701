// Loaded with --import before the app's compiled main, and again in each of its worker threads.
import crypto from 'node:crypto';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

refuseWhatElectronLacks();

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    if (!isMainThread) throw new Error('Electron has no electron module in a worker thread.');
    return { url: standIn, shortCircuit: true };
  },
});

/** Electron's BoringSSL has neither of these; code that uses them must fail here too (STACK.md, Keys and crypto). */
function refuseWhatElectronLacks(): void {
  const refuse = (name: string) => () => {
    throw new Error(`Electron has no ${name}.`);
  };
  const { createCipheriv, createDecipheriv } = crypto;
  const lacks = (cipher: string) => cipher.toLowerCase().startsWith('chacha20');
  Object.assign(crypto, {
    argon2: refuse('crypto.argon2'),
    argon2Sync: refuse('crypto.argon2Sync'),
    createCipheriv: (...args: Parameters<typeof createCipheriv>) =>
      lacks(args[0]) ? refuse(args[0])() : createCipheriv(...args),
    createDecipheriv: (...args: Parameters<typeof createDecipheriv>) =>
      lacks(args[0]) ? refuse(args[0])() : createDecipheriv(...args),
  });
  syncBuiltinESMExports();
}
