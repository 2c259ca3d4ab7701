import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { FromCore, ThreadStart, ToCore } from '../../electron/core/protocol.ts';
import { passphrase, temporaryFolder } from '../support/core.ts';

const entry = join(import.meta.dirname, '../../electron/core/thread.ts');

function startThread(root: string) {
  const start: ThreadStart = {
    paths: { data: join(root, 'data'), documents: join(root, 'documents') },
    tryOut: false,
    locale: 'cy-GB',
    sealed: null,
  };
  const worker = new Worker(entry, { workerData: start });
  const said: FromCore[] = [];
  worker.on('message', (message: FromCore) => {
    said.push(message);
    if (message.type === 'ask') {
      const value = message.what === 'chooseFolder' ? '/chosen' : null;
      worker.postMessage({ type: 'answer', id: message.id, result: { ok: true, value } } satisfies ToCore);
    }
  });
  let last = 0;
  async function call(method: string, input: unknown): Promise<unknown> {
    last += 1;
    const id = last;
    worker.postMessage({ type: 'call', id, method, input } satisfies ToCore);
    for (;;) {
      const reply = said.find((message) => message.type === 'reply' && message.id === id);
      if (reply?.type === 'reply') return reply.result;
      await once(worker, 'message');
    }
  }
  return { worker, said, call };
}

test('the thread answers calls, asks the desktop, tells what changed, and ends itself at a lock', async () => {
  const { worker, said, call } = startThread(temporaryFolder());
  expect(await call('vault.status', {})).toMatchObject({ ok: true, value: { state: 'none' } });
  expect(await call('vault.chooseFolder', { purpose: 'backup' })).toEqual({
    ok: true,
    value: { folder: '/chosen' },
  });
  const title = { title: "Ble mae'r copïau wrth gefn yn mynd" };
  expect(said).toContainEqual(
    expect.objectContaining({ type: 'ask', input: expect.objectContaining(title) }),
  );
  expect(await call('preferences.get', {})).toMatchObject({ value: { language: 'cy' } });
  expect(
    await call('vault.create', { name: 'Nia', passphrase, folder: null, backupFolder: null }),
  ).toMatchObject({ ok: true });
  expect(said).toContainEqual({
    type: 'event',
    event: { name: 'changed', topics: ['vault', 'settings'] },
  });
  const exit = once(worker, 'exit');
  void call('vault.lock', { unsaved: [] });
  expect(await exit).toEqual([0]);
  expect(said).toContainEqual({ type: 'ended', sealed: null });
});
