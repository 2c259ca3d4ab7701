import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { requireNode24 } from './nodeVersion.ts';

// What `npm test` runs: every check, the build, and every test, whatever failed before. The last line is the count.

type Count = { readonly passed: number; readonly failed: number };
type Check = { readonly name: string; readonly command: string; readonly args: readonly string[] };

requireNode24();
const root = resolve(import.meta.dirname, '..');
const started = performance.now();
const { ensureTestTools } = await import('./testTools.ts');

// Two at a time are two cores; a check that takes both itself does half of its work twice.
const types = (project: string) => ['-p', `tsconfig.${project}.json`, '--singleThreaded'];
const checks: readonly Check[] = [
  { name: 'format', command: 'biome', args: ['format', '.'] },
  { name: 'types of electron', command: 'tsc', args: types('electron') },
  { name: 'types of the window', command: 'tsc', args: types('renderer') },
  { name: 'types of the tests', command: 'tsc', args: types('tests') },
  { name: 'lint', command: 'biome', args: ['lint', '--error-on-warnings', '.'] },
  { name: 'layers', command: 'node', args: ['build/check-layers.ts'] },
  { name: 'messages', command: 'node', args: ['build/check-messages.ts'] },
  { name: 'unused code', command: 'knip', args: [] },
];
const build: Check = { name: 'build', command: 'node', args: ['build/build.ts'] };

const counts: Count[] = [];
const room = await temporaryRoom();
counts.push(ensureTestTools() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
await rm(join(root, 'test-results'), { recursive: true, force: true });
const built = runCheck(build);
counts.push(...(await runChecks()), await built);
counts.push(await runUnitTests());
if ((await built).failed === 0) counts.push(await runEndToEndTests());
else say('The app did not build, so the end-to-end tests were not run.');

await rm(room, { recursive: true, force: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
say(`All of it took ${seconds(started)}.`);
process.exitCode = failed === 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed`);

/**
 * Where the tests' files go. In memory where the system has such a place with 8 GiB free: every write of a vault waits for its disk
 * (`synchronous=FULL`), and that waiting was a third of all tests. No test of ours cuts the power; those that kill do not need a disk.
 */
async function temporaryRoom(): Promise<string> {
  const memory = '/dev/shm';
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return mkdtemp(join(free > 8 * 2 ** 30 ? memory : tmpdir(), 'twovoice-tests-'));
}

/** Two at a time, one a core. */
async function runChecks(): Promise<Count[]> {
  const waiting = [...checks];
  const done: Count[] = [];
  async function lane(): Promise<void> {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      done.push(await runCheck(check));
    }
  }
  await Promise.all([lane(), lane()]);
  return done;
}

/** What a check says is shown when it ends, and only if it fails, so that two never mix. */
async function runCheck(check: Check): Promise<Count> {
  const from = performance.now();
  const { code, output } = await runQuietly(check);
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${seconds(from)})`);
  if (code === 0) return { passed: 1, failed: 0 };
  process.stdout.write(output);
  return { passed: 0, failed: 1 };
}

async function runUnitTests(): Promise<Count> {
  const report = join(root, 'test-results/unit.json');
  const code = await runAloud('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const json = await readReport<{
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
  }>(report);
  // A file that cannot be loaded has no tests to fail.
  const unloaded = json?.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return countFrom(code, json?.numPassedTests, json && json.numFailedTests + (unloaded?.length ?? 0));
}

async function runEndToEndTests(): Promise<Count> {
  const code = await runAloud('playwright', ['test']);
  const json = await readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
    join(root, 'test-results/e2e.json'),
  );
  return countFrom(code, json?.stats.expected, json && json.stats.unexpected + json.stats.flaky);
}

/** A run that ends badly without a failed test in its report (it crashed, or wrote none) is one failure. */
function countFrom(code: number, passed = 0, failed = 0): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function readReport<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

async function runQuietly(check: Check): Promise<{ code: number; output: string }> {
  const child = start(check.command, check.args, ['ignore', 'pipe', 'pipe']);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, output };
}

async function runAloud(command: string, args: readonly string[]): Promise<number> {
  const [code] = (await once(start(command, args, ['ignore', 'inherit', 'inherit']), 'close')) as [
    number | null,
  ];
  return code ?? 1;
}

function start(command: string, args: readonly string[], stdio: NonNullable<SpawnOptions['stdio']>) {
  const bin = join(root, 'node_modules/.bin');
  const windows = process.platform === 'win32';
  return spawn(command, args, {
    cwd: root,
    stdio,
    shell: windows,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      TMPDIR: room,
      TWOVOICE_DIST: join(root, 'dist'),
      TWOVOICE_PICTURES: 'none',
      CI: '1',
    },
  });
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
