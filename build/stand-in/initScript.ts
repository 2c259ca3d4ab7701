/** The binding through which a page of the stand-in reaches its host; taken from the window before any page code runs. */
export const BINDING = 'standInBinding';

/** What the init script sends through the binding. */
export type FromPage =
  | { readonly type: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  /** Asks for the next message of the main process; `first` in a new document, which gets no older messages. */
  | { readonly type: 'next'; readonly first: boolean };

/**
 * The script that runs the app's compiled preload in a document, with `require('electron')` answered. Init scripts run
 * in every frame, a real preload only in the top one; and the empty document before the first load has no preload.
 */
export function initScript(preload: string): string {
  return `(() => {
    const post = window.${BINDING};
    delete window.${BINDING};
    if (window.top !== window || location.protocol !== 'https:') return;
    const listeners = new Map();
    const listenersOf = (channel) => {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      return listeners.get(channel);
    };
    const ipcRenderer = {
      invoke: async (channel, ...args) => {
        const answer = await post({ type: 'invoke', channel, args });
        if ('error' in answer) throw new Error(answer.error);
        return answer.value;
      },
      on: (channel, listener) => { listenersOf(channel).add(listener); return ipcRenderer; },
      off: (channel, listener) => { listenersOf(channel).delete(listener); return ipcRenderer; },
    };
    const contextBridge = {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
    };
    const take = async () => {
      for (let first = true; ; first = false) {
        const message = await post({ type: 'next', first });
        if (message === null) return;
        for (const listener of [...listenersOf(message.channel)]) {
          try { listener({}, ...message.args); } catch (error) { reportError(error); }
        }
      }
    };
    const require = (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer };
      throw new Error('A sandboxed preload cannot require ' + name);
    };
    const module = { exports: {} };
    (function (exports, require, module) {${preload}
    })(module.exports, require, module);
    void take();
  })();`;
}
