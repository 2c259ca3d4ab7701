import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeForCopies, copyFolders, openCopy, type Originals } from './copies.ts';
import { startCoreWithVault, type TestCore, temporaryFolder } from './core.ts';
import { joinTwo } from './pair.ts';

export type TestCircle = {
  readonly founder: TestCore;
  /** Everybody who was invited, in the order of their seats. */
  readonly invited: readonly TestCore[];
  /** The circle's space. */
  readonly space: string;
  /** One folder for the circle and all its pairs. */
  readonly folder: string;
  readonly root: string;
  identityOf(person: TestCore): Promise<string>;
  /** Everybody looks into the folder until nothing more moves. */
  sync(): Promise<void>;
  /** Takes the invitation that is there. */
  join(person: TestCore): Promise<void>;
  close(): void;
};

const names = ['Amir Example', 'Nia Example', 'Tomos Example'];

type Options = {
  readonly count?: number;
  readonly absent?: readonly number[];
  readonly now?: string;
};

/**
 * A founder joined with `count` - 1 others, who are strangers to one another, and a circle of them all. Who is in `absent`
 * (by their place among the invited) has not answered. They join once for each process of tests; every circle is a copy of theirs.
 */
export async function joinedCircle(options: Options = {}): Promise<TestCircle> {
  const now = options.now ?? '2026-11-22T09:00:00.000Z';
  const key = JSON.stringify({ ...options, now });
  const made = gathered.get(key) ?? gatherOnce(options, now);
  gathered.set(key, made);
  const { originals, space } = await made;
  const root = copyFolders(originals);
  const folder = join(root, 'shared');
  const open = (who: string): TestCore => {
    const core = openCopy(originals, root, who, { now });
    core
      .session()
      .deps.vault.db()
      .prepare('UPDATE space SET folder = ? WHERE folder IS NOT NULL')
      .run(folder);
    return core;
  };
  const founder = open('founder');
  const invited = names.slice(0, (options.count ?? 3) - 1).map(open);
  const everybody = [founder, ...invited];
  return {
    founder,
    invited,
    space,
    folder,
    root,
    identityOf: async (person) => (await person.call('pairs.list', {})).pairs[0]?.me.identity ?? '',
    sync: () => syncAll(everybody),
    join: (person) => takeInvitation(person, folder),
    close() {
      for (const person of everybody) person.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

type Gathered = { readonly originals: Originals<string>; readonly space: string };

const gathered = new Map<string, Promise<Gathered>>();

async function gatherOnce(options: Options, now: string): Promise<Gathered> {
  const root = temporaryFolder();
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'shared');
  mkdirSync(folder);
  const founder = await startCoreWithVault({ root: join(root, 'founder'), name: 'Sioned Example', now });
  const invited: TestCore[] = [];
  for (const name of names.slice(0, (options.count ?? 3) - 1)) {
    const person = await startCoreWithVault({ root: join(root, name), name, now });
    await joinTwo(founder, person, { root, folder });
    invited.push(person);
  }
  const everybody = [founder, ...invited];
  await syncAll(everybody);
  const { pairs } = await founder.call('pairs.list', {});
  const people = names.flatMap(
    (name) => pairs.find((pair) => pair.other.name === name)?.other.identity ?? [],
  );
  const { space } = await founder.call('circles.found', { name: 'Duty team', people, folder });
  await syncAll(everybody);
  for (const [place, person] of invited.entries()) {
    if (!options.absent?.includes(place)) await takeInvitation(person, folder);
  }
  await syncAll(everybody);
  const byName = Object.fromEntries(invited.map((person, place) => [names[place] ?? '', person]));
  return { originals: await closeForCopies(root, { founder, ...byName }), space };
}

async function syncAll(everybody: readonly TestCore[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const person of everybody) await person.call('exchange.sync', {});
  }
}

async function takeInvitation(person: TestCore, folder: string): Promise<void> {
  const { invitations } = await person.call('circles.list', {});
  const invite = invitations[0]?.invite;
  if (invite === undefined) throw new Error('there is no invitation');
  await person.call('circles.join', { invite, folder });
}
