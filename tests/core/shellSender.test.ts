import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isFromOurWindow } from '../../electron/ipc.ts';

type Frame = { url: string };

function contentsShowing(url: string): WebContents {
  const mainFrame: Frame = { url };
  return { mainFrame } as unknown as WebContents;
}

function sent(sender: WebContents, senderFrame: Frame | null): IpcMainInvokeEvent {
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent;
}

test('The main frame of our own window, on our own page, may call', () => {
  const ours = contentsShowing('app://twovoice/#/pages');
  expect(isFromOurWindow(sent(ours, ours.mainFrame), ours)).toBe(true);
});

test('A frame inside our page, another window, a foreign page and a frame that is gone may not', () => {
  const ours = contentsShowing('app://twovoice/');
  const other = contentsShowing('app://twovoice/');
  const foreign = contentsShowing('https://example.org/');
  const printed = contentsShowing('app://print/0123');
  expect(isFromOurWindow(sent(ours, { url: 'app://twovoice/' }), ours)).toBe(false);
  expect(isFromOurWindow(sent(other, other.mainFrame), ours)).toBe(false);
  expect(isFromOurWindow(sent(foreign, foreign.mainFrame), foreign)).toBe(false);
  expect(isFromOurWindow(sent(printed, printed.mainFrame), printed)).toBe(false);
  expect(isFromOurWindow(sent(ours, null), ours)).toBe(false);
});
