import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/client.ts';
import type { AppEvent } from '../shared/events.ts';
import type { Result } from '../shared/result.ts';

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke('call', { method, input }) as Promise<Result<unknown>>,
  on: (listener) => {
    const forward = (_: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on('event', forward);
    return () => ipcRenderer.off('event', forward);
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
