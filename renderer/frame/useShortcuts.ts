import { useEffect, useRef } from 'react';

/** The keys that work everywhere, in the order Help lists them. `code` beats `key`: the layout may be Welsh or French. */
export const shortcuts = {
  episode: { ctrl: true, shift: true, key: 'm', shown: 'Ctrl Shift M', aria: 'Control+Shift+M' },
  corridor: { ctrl: true, shift: true, key: 'k', shown: 'Ctrl Shift K', aria: 'Control+Shift+K' },
  find: { ctrl: true, shift: false, key: 'k', shown: 'Ctrl K', aria: 'Control+K' },
  lock: { ctrl: true, shift: false, key: 'l', shown: 'Ctrl L', aria: 'Control+L' },
  hide: { ctrl: false, shift: false, key: 'f9', shown: 'F9', aria: 'F9' },
} as const;
export type Shortcut = keyof typeof shortcuts;

/** Listens to the global shortcuts; a handler that is missing leaves its key alone. "/" also finds, outside of fields. */
export function useShortcuts(handlers: { readonly [S in Shortcut]?: (() => void) | undefined }): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return;
      const name = shortcutOf(event);
      const handler = name === null ? undefined : latest.current[name];
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function shortcutOf(event: KeyboardEvent): Shortcut | null {
  const key = event.key.toLowerCase();
  const ctrl = event.ctrlKey || event.metaKey;
  for (const name of Object.keys(shortcuts) as Shortcut[]) {
    const shortcut = shortcuts[name];
    if (shortcut.key === key && shortcut.ctrl === ctrl && shortcut.shift === event.shiftKey) return name;
  }
  return key === '/' && !ctrl && !isTyping(event.target) ? 'find' : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
