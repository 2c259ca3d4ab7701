import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Failure, Result } from '../shared/result.ts';
import { isAppUrl } from './pages.ts';

/** Runs a call in the vault thread; never rejects. */
export type RunCall = (method: string, input: unknown) => Promise<Result<unknown>>;

/** Lets the window, and nothing else, run calls in the vault thread. What it may ask is checked there, by the contract. */
export function answerCalls(contents: WebContents, run: RunCall): void {
  ipcMain.handle('call', (event, message: unknown) => {
    if (!isFromOurWindow(event, contents)) return refuse('This is not the window.');
    if (!isCall(message)) return refuse('A call is { method, input }.');
    return run(message.method, message.input);
  });
}

/** True only for the main frame of our own window while it shows our own page. */
export function isFromOurWindow(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  contents: WebContents,
): boolean {
  const frame = event.senderFrame;
  if (event.sender !== contents || frame === null) return false;
  return frame === contents.mainFrame && isAppUrl(frame.url);
}

function isCall(message: unknown): message is { method: string; input: unknown } {
  if (typeof message !== 'object' || message === null) return false;
  return 'method' in message && typeof message.method === 'string' && 'input' in message;
}

function refuse(message: string): { ok: false; error: Failure } {
  return { ok: false, error: { code: 'bad_input', message } };
}
