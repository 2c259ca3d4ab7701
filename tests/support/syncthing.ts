import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A real Syncthing with one folder, that speaks with one other on this machine and with nobody else. */
export type Syncthing = {
  readonly device: string;
  readonly folder: string;
  /** Looks at its folder now, instead of within a second. */
  scan(): Promise<void>;
  /** Speaks with the other no more, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

type Prepared = {
  readonly home: string;
  readonly folder: string;
  readonly device: string;
  readonly port: number;
  readonly apiPort: number;
  readonly apiKey: string;
};

/** Why there is no Syncthing to test with here, or null when there is. */
export function syncthingMissing(): string | null {
  try {
    execFileSync('syncthing', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'Syncthing is not installed. On Debian or Ubuntu: sudo apt-get install syncthing (npm test does it as root).';
  }
}

/** Two of them over two folders that are there already, joined on 127.0.0.1: no discovery, no relay, no look outside. */
export async function syncthingPair(
  root: string,
  folders: readonly [string, string],
): Promise<[Syncthing, Syncthing]> {
  const one = await prepare(join(root, 'syncthing-1'), folders[0]);
  const two = await prepare(join(root, 'syncthing-2'), folders[1]);
  return [await start(one, two), await start(two, one)];
}

async function prepare(home: string, folder: string): Promise<Prepared> {
  mkdirSync(home, { recursive: true });
  mkdirSync(join(folder, '.stfolder'), { recursive: true });
  execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home },
  });
  const device = /<device id="([A-Z0-9-]+)"/.exec(readFileSync(join(home, 'config.xml'), 'utf8'))?.[1];
  if (device === undefined) throw new Error('Syncthing wrote no device id');
  const [port, apiPort] = [await freePort(), await freePort()];
  return { home, folder, device, port, apiPort, apiKey: `${port}-${apiPort}-${device.slice(0, 7)}` };
}

async function start(own: Prepared, other: Prepared): Promise<Syncthing> {
  writeFileSync(join(own.home, 'config.xml'), configXml(own, other));
  const child = spawn(
    'syncthing',
    ['serve', `--home=${own.home}`, '--no-browser', '--no-restart', '--no-upgrade', '--logflags=0'],
    { stdio: 'ignore', env: { ...process.env, HOME: own.home, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1' } },
  );
  const ask = (path: string) => post(own, child, path);
  await untilReady(own, child);
  return {
    device: own.device,
    folder: own.folder,
    scan: () => ask('/rest/db/scan?folder=pair'),
    pause: () => ask(`/rest/system/pause?device=${other.device}`),
    resume: () => ask(`/rest/system/resume?device=${other.device}`),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      await ask('/rest/system/shutdown').catch(() => child.kill('SIGKILL'));
      await Promise.race([ended, wait(5_000).then(() => child.kill('SIGKILL'))]);
    },
  };
}

async function untilReady(own: Prepared, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url(own, '/rest/system/ping'), { headers: { 'X-API-Key': own.apiKey } }).catch(
      () => null,
    );
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error(`Syncthing ended with ${child.exitCode}`);
    await wait(100);
  }
  throw new Error('Syncthing did not answer for 30 seconds');
}

async function post(own: Prepared, child: ChildProcess, path: string): Promise<void> {
  if (child.exitCode !== null) throw new Error(`Syncthing ended with ${child.exitCode}`);
  const answer = await fetch(url(own, path), { method: 'POST', headers: { 'X-API-Key': own.apiKey } });
  if (!answer.ok) throw new Error(`Syncthing answered ${answer.status} to ${path}`);
}

function url(own: Prepared, path: string): string {
  return `http://127.0.0.1:${own.apiPort}${path}`;
}

/** Any free one; nothing else on this machine is asked for it in the moment until it is used. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** `maxConflicts` has to be said: a folder in a config written by hand gets 0 and loses a concurrent edit without a word. */
function configXml(own: Prepared, other: Prepared): string {
  const device = (one: Prepared, name: string) =>
    `<device id="${one.device}" name="${name}" compression="never"><address>tcp://127.0.0.1:${one.port}</address></device>`;
  return `<configuration version="36">
  <folder id="pair" label="pair" path="${own.folder}" type="sendreceive" rescanIntervalS="60" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="false" autoNormalize="true">
    <filesystemType>basic</filesystemType>
    <device id="${own.device}"></device>
    <device id="${other.device}"></device>
    <minDiskFree unit="%">0</minDiskFree>
    <maxConflicts>10</maxConflicts>
    <order>random</order>
  </folder>
  ${device(own, 'own')}
  ${device(other, 'other')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${own.apiPort}</address><apikey>${own.apiKey}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>5</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <announceLANAddresses>false</announceLANAddresses>
    <minHomeDiskFree unit="%">0</minHomeDiskFree>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
`;
}
