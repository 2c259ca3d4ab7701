import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { myCard, ownDevice } from '../../electron/core/exchange/identity.ts';
import { type Payload, sealPacket } from '../../electron/core/exchange/packet.ts';
import { toCanonical } from '../../electron/core/items/canonical.ts';
import { say } from '../../electron/core/items/commit.ts';
import { newId, sha256 } from '../../electron/core/items/ids.ts';
import { whoAmI } from '../../electron/core/items/me.ts';
import type { TestCore } from '../support/core.ts';
import { joinedPair, type TestPair } from '../support/pair.ts';
import { type Figure, figureOf } from './figure.ts';
import { entryText } from './writtenJournal.ts';

const revisions = 1000;
const packets = 5000;

export async function exchange(runs: number): Promise<Figure[]> {
  return [...(await packetFigures(runs)), ...(await folderFigures())];
}

/** A packet of 1,000 revisions, taken in by a vault with everything it does, and beside it the bare rows. */
async function packetFigures(runs: number): Promise<Figure[]> {
  const pair = await joinedPair();
  const { supervisor, supervisee, space, folder } = pair;
  const { session } = await supervisor.call('sessions.create', { space, date: '2026-12-01' });
  await pair.sync();
  const own = join(folder, space, ownDevice(databaseOf(supervisor)).id);
  const beyond: number[] = [];
  const overhead: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const hashes = speak(supervisor, space, session, run);
    const before = readdirSync(own);
    await supervisor.call('exchange.sync', {});
    const [name, ...others] = readdirSync(own).filter((one) => !before.includes(one));
    if (name === undefined || others.length > 0) throw new Error('one packet was expected');
    const ours = await milliseconds(() => supervisee.call('exchange.sync', {}));
    const theirs = storeBare(databaseOf(supervisee), hashes);
    if (countOf(databaseOf(supervisee), hashes) !== revisions) throw new Error('not everything was taken in');
    // The first is for warming up.
    if (run === 0) continue;
    beyond.push(ours - theirs);
    overhead.push(statSync(join(own, name)).size - deflated(databaseOf(supervisor), space, hashes));
  }
  pair.close();
  const recipients = 2;
  return [
    figureOf({
      id: 'packet.take',
      what: 'a packet of 1,000 revisions: verify, open, judge, store durably, beyond the bare store of its rows',
      ...{ unit: 'ms', bound: 40, by: 'median', inclusive: true, samples: beyond },
    }),
    figureOf({
      id: 'packet.size',
      what: 'bytes of its file beyond its deflated canonical JSON, sealed to two devices',
      ...{ unit: 'B', bound: 1300 + 1600 * recipients, by: 'median', inclusive: true, samples: overhead },
    }),
  ];
}

/** 5,000 packets of one chain, sealed to their reader and their writer, taken in by a vault that had none of them. */
async function folderFigures(): Promise<Figure[]> {
  const pair = await joinedPair();
  await layChain(pair);
  const seconds: number[] = [];
  const sizes: number[] = [];
  const sampling = setInterval(() => sizes.push(process.memoryUsage().rss / 2 ** 20), 100);
  const before = process.cpuUsage();
  seconds.push((await milliseconds(() => pair.supervisee.call('exchange.sync', {}))) / 1000);
  const { user, system } = process.cpuUsage(before);
  clearInterval(sampling);
  const { exchange } = await pair.supervisee.call('pairs.get', { space: pair.space });
  if (exchange.waiting > 0 || exchange.setAside.length > 0) throw new Error('not everything was taken in');
  const db = databaseOf(pair.supervisee);
  if (db.prepare("SELECT count(*) FROM item WHERE kind = 'session'").pluck().get() !== packets) {
    throw new Error('something is missing');
  }
  pair.close();
  const early = Math.max(...sizes.slice(0, Math.ceil(sizes.length / 5)));
  return [
    figureOf({
      id: 'folder.take',
      what: 'a folder of 5,000 packets, from none of them to all taken in',
      ...{ unit: 's', bound: 20, by: 'median', samples: seconds },
    }),
    figureOf({
      id: 'folder.processor',
      what: 'processor time of the same, which hangs less on what else the machine does',
      ...{ unit: 's', bound: 20, by: 'median', samples: [(user + system) / 1e6] },
    }),
    figureOf({
      id: 'folder.memory',
      what: 'what memory grew by after the first fifth of that time',
      ...{ unit: 'MB', bound: 64, by: 'median', samples: [Math.max(0, Math.max(...sizes) - early)] },
    }),
  ];
}

function speak(core: TestCore, space: string, session: string, run: number): string[] {
  const { deps } = core.session();
  const items = Array.from({ length: revisions }, (_, index) => {
    const text = entryText(run * revisions + index).slice(0, 300);
    return say(deps, {
      kind: 'voice',
      space,
      subject: session,
      body: { part: 'howWeWork', text, scribed: null },
    });
  });
  const hashOf = deps.vault.db().prepare('SELECT hash FROM shown WHERE item = ?').pluck();
  return items.map((item) => String(hashOf.get(item)));
}

type Row = {
  readonly kind: string;
  readonly space: string;
  readonly owner: string;
  readonly subject: string;
  readonly made_at: string;
  readonly bytes: string;
  readonly at: string;
  readonly parents: string;
  readonly body: string;
};

/** Milliseconds for the rows a packet's revisions become, under other names, in one durable transaction and nothing else. */
function storeBare(db: Database, hashes: readonly string[]): number {
  const read = db.prepare(
    `SELECT item.*, revision.bytes AS bytes, revision.at AS at, revision.parents AS parents, shown.body AS body
     FROM revision JOIN item ON item.id = revision.item JOIN shown ON shown.item = item.id WHERE revision.hash = ?`,
  );
  const rows = hashes.map((hash) => ({
    ...(read.get(hash) as Row),
    id: `bare-${hash.slice(5, 26)}`,
    hash: `bare-${hash}`,
  }));
  const start = performance.now();
  db.transaction(() => {
    const item = db.prepare(
      'INSERT INTO item (id, kind, space, owner, subject, made_at) VALUES (@id, @kind, @space, @owner, @subject, @made_at)',
    );
    const revision = db.prepare(
      'INSERT INTO revision (hash, item, at, bytes, parents) VALUES (@hash, @id, @at, @bytes, @parents)',
    );
    const shown = db.prepare('INSERT INTO shown (item, hash, at, body) VALUES (@id, @hash, @at, @body)');
    for (const row of rows) {
      item.run(row);
      revision.run(row);
      shown.run(row);
    }
  })();
  const taken = performance.now() - start;
  db.prepare("DELETE FROM item WHERE id GLOB 'bare-*'").run();
  return taken;
}

function countOf(db: Database, hashes: readonly string[]): number {
  const there = db.prepare('SELECT 1 FROM shown WHERE hash = ?');
  return hashes.filter((hash) => there.get(hash) !== undefined).length;
}

/** Bytes of the packet's canonical JSON, deflated: what any packet of these words must carry. */
function deflated(db: Database, space: string, hashes: readonly string[]): number {
  const read = db.prepare('SELECT hash, bytes FROM revision WHERE hash = ?');
  const payload = { ...emptyPayload(db, space), revisions: hashes.map((hash) => read.get(hash)) };
  return deflateRawSync(Buffer.from(toCanonical(payload)), { level: 9 }).length;
}

function emptyPayload(db: Database, space: string): Payload {
  const others = db
    .prepare(
      'SELECT device.id FROM device JOIN member ON member.identity = device.identity WHERE member.space = ?',
    )
    .pluck()
    .all(space) as string[];
  return {
    ...{ format: 1, minReader: 1, space, device: ownDevice(db).id, recipients: others, list: 1, seq: 1 },
    ...{ previous: 'f'.repeat(64), acks: {}, head: 'f'.repeat(64), revisions: [] },
  };
}

/** Sealed here as the program seals them, without its database, which would take most of the time to write. */
async function layChain({ supervisor, supervisee, space, folder }: TestPair): Promise<void> {
  const db = databaseOf(supervisor);
  const device = ownDevice(db);
  const recipients = [myCard(databaseOf(supervisee)), myCard(db)].flatMap((card) => card.list.devices);
  const last = db
    .prepare('SELECT seq, hash FROM packet_out WHERE space = ? ORDER BY seq DESC LIMIT 1')
    .get(space) as { seq: number; hash: string };
  const own = join(folder, space, device.id);
  mkdirSync(own, { recursive: true });
  let previous = last.hash;
  for (let packet = 1; packet <= packets; packet += 1) {
    const bytes = toCanonical({
      ...{ format: 1, minReader: 1, item: newId(supervisor.platform), kind: 'session', space, subject: null },
      ...{ parents: [], at: supervisor.platform.now().toISOString(), by: whoAmI(db).identity },
      body: { date: '2026-12-01' },
    });
    const payload: Payload = {
      ...emptyPayload(db, space),
      recipients: recipients.map(({ id }) => id),
      seq: last.seq + packet,
      previous,
      revisions: [{ hash: sha256(bytes), bytes }],
    };
    const sealed = await sealPacket(
      payload,
      device,
      recipients.map(({ recipient }) => recipient),
    );
    writeFileSync(join(own, `${payload.seq}.age`), sealed.bytes);
    previous = sealed.hash;
  }
}

function databaseOf(core: TestCore): Database {
  return core.session().deps.vault.db();
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
