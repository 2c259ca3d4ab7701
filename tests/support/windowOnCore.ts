import type { Bridge } from '../../shared/client.ts';
import type { ErrorCode } from '../../shared/result.ts';
import { startCoreWithVault, type TestCore } from './core.ts';

/** A core with a vault, given to this jsdom window as the preload gives it: `window.bridge`. */
export type WindowOnCore = {
  readonly core: TestCore;
  /** From now on every call fails with this code before it reaches the core, as on a full disk; null mends it. */
  failWith(code: ErrorCode | null): void;
  /** How many calls of a method were asked for. */
  countOf(method: string): number;
};

export async function openWindowOnCore(): Promise<WindowOnCore> {
  const core = await startCoreWithVault();
  let failing: ErrorCode | null = null;
  const asked: string[] = [];
  let heard = 0;
  const listeners = new Set<Parameters<Bridge['on']>[0]>();
  const bridge: Bridge = {
    async call(method, input) {
      asked.push(method);
      if (failing !== null) return { ok: false, error: { code: failing, message: 'A test made it fail.' } };
      const result = await core.tryCall(method, input);
      for (const event of core.events.slice(heard)) for (const listener of listeners) listener(event);
      heard = core.events.length;
      return result;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true });
  return {
    core,
    failWith(code) {
      failing = code;
    },
    countOf: (method) => asked.filter((name) => name === method).length,
  };
}
