// A thread that speaks the core's protocol and does what it is told: the shell's own behaviour is what is tested.
import { parentPort, workerData } from 'node:worker_threads';

const ask = new Map();
let deaf = false;
let state = 'locked';

function reply(id, value) {
  parentPort.postMessage({ type: 'reply', id, result: { ok: true, value } });
}

function end(sealed) {
  parentPort.postMessage({ type: 'ended', sealed });
  setImmediate(() => process.exit(0));
}

parentPort.on('message', (message) => {
  if (message.type === 'answer') {
    reply(ask.get(message.id), message.result);
    return;
  }
  const { id, method, input } = message;
  if (deaf) return;
  if (method === 'vault.status') reply(id, { state });
  else if (method === 'vault.unlock') {
    state = 'open';
    reply(id, { sealed: workerData.sealed });
  } else if (method === 'vault.lock') end(input.sealed ?? null);
  else if (method === 'sealed') reply(id, workerData.sealed);
  else if (method === 'die') throw new Error('a line from a journal');
  else if (method === 'deaf') {
    reply(id, null);
    deaf = true;
  } else if (method === 'ask') {
    ask.set(7, id);
    parentPort.postMessage({ type: 'ask', id: 7, what: 'chooseFolder', input });
  } else if (method === 'say') {
    parentPort.postMessage({ type: 'event', event: { name: 'changed', topics: ['pages'] } });
    reply(id, null);
  }
  // Any other method is never answered.
});

if (workerData.tryOut) throw new Error('This one never starts.');
