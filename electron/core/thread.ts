import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type Result } from '../../shared/result.ts';
import type { Platform } from './platform.ts';
import type { FromCore, PlatformAsk, ThreadStart, ToCore } from './protocol.ts';
import { startSession } from './session.ts';

/**
 * The vault thread: one session of the core behind messages. Each call starts when it arrives; SQLite is synchronous,
 * so a write is whole before the next call begins. After a lock the thread says `ended` and exits.
 */
function run(): void {
  if (!parentPort) throw new Error('This file runs as a worker thread only.');
  const port = parentPort;
  const start: ThreadStart = workerData;
  const asks = askingShell((message) => port.postMessage(message));
  const session = startSession({
    platform: threadPlatform(start, asks.ask),
    emit: (event) => say({ type: 'event', event }),
    sealed: start.sealed,
    automaticBackups: true,
    automaticExchange: true,
  });

  function say(message: FromCore): void {
    port.postMessage(message);
  }

  port.on('message', (message: ToCore) => {
    if (message.type === 'answer') asks.answer(message.id, message.result);
    else void reply(message.id, message.method, message.input);
  });

  async function reply(id: number, method: string, input: unknown): Promise<void> {
    say({ type: 'reply', id, result: await session.call(method, input) });
  }

  void session.ended.then(({ sealed }) => {
    say({ type: 'ended', sealed });
    // In a worker this ends the thread only; messages already posted still arrive.
    setImmediate(() => process.exit(0));
  });
}

type Ask = (what: PlatformAsk, input: unknown) => Promise<unknown>;

/** Questions to the shell, matched to their answers by number. */
function askingShell(post: (message: FromCore) => void) {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let last = 0;
  return {
    async ask(what: PlatformAsk, input: unknown): Promise<unknown> {
      last += 1;
      const id = last;
      const answered = new Promise<Result<unknown>>((resolve) => waiting.set(id, resolve));
      post({ type: 'ask', id, what, input });
      const result = await answered;
      if (!result.ok) throw new AppError(result.error.code, result.error.message);
      return result.value;
    },
    answer(id: number, result: Result<unknown>): void {
      waiting.get(id)?.(result);
      waiting.delete(id);
    },
  };
}

function threadPlatform(start: ThreadStart, ask: Ask): Platform {
  return {
    paths: start.paths,
    tryOut: start.tryOut,
    locale: start.locale,
    now: () => new Date(),
    randomBytes: (length) => randomBytes(length),
    chooseFolder: async (options) => pathOrNull(await ask('chooseFolder', options)),
    chooseFile: async (options) => pathOrNull(await ask('chooseFile', options)),
    chooseNewFile: async (options) => pathOrNull(await ask('chooseNewFile', options)),
    printToPdf: async (html) => mustBePdf(await ask('printToPdf', html)),
    printWindow: async () => mustBePdf(await ask('printWindow', null)),
    async hideWindow() {
      await ask('hideWindow', null);
    },
  };
}

function mustBePdf(answer: unknown): Uint8Array {
  if (answer instanceof Uint8Array) return answer;
  throw new Error('The shell answered a print with something that is not a PDF.');
}

function pathOrNull(answer: unknown): string | null {
  return typeof answer === 'string' && answer !== '' ? answer : null;
}

run();
