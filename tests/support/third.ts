import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeForCopies, copyFolders, openCopy, type Originals } from './copies.ts';
import { startCoreWithVault, type TestCore, temporaryFolder } from './core.ts';
import { joinTwo } from './pair.ts';
import { takeStep } from './repairs.ts';

export type WithThird = {
  /** The supervisor, joined with both others. */
  readonly sioned: TestCore;
  /** The supervisee: a stranger to Nia. */
  readonly amir: TestCore & { readonly recoveryCode: string };
  /** Whom they may ask. She knows of no rupture. */
  readonly nia: TestCore;
  /** The repair of Sioned and Amir. */
  readonly rupture: string;
  /** The space of the three; an empty string while nobody was asked. */
  readonly space: string;
  /** One folder for everything. */
  readonly folder: string;
  readonly root: string;
  sync(): Promise<void>;
  close(): void;
};

/** What must never reach a third person: the pair's own words, private notes, answers at the gate. */
export const canaries = {
  named: 'canary-named',
  account: 'canary-account',
  myPart: 'canary-my-part',
  need: 'canary-need',
  noticed: 'canary-noticed',
} as const;

const now = '2026-11-22T09:00:00.000Z';
const names = { sioned: 'Sioned Example', amir: 'Amir Example', nia: 'Nia Example' } as const;
type Who = keyof typeof names;
type Made = {
  readonly originals: Originals<Who>;
  readonly rupture: string;
  readonly space: string;
  readonly recoveryCode: string;
};
type Opened = Record<Who, TestCore> & { readonly root: string; readonly folder: string };

/** Three people whose repair is being talked about, made once for each process of tests; every one is a copy. */
export async function repairOfTwo(): Promise<WithThird> {
  madeNamed ??= makeNamed();
  return copyOf(await madeNamed);
}

/** The same with all three in the space that was opened for it, and nothing shown there. */
export async function repairOfThree(): Promise<WithThird> {
  madeOpened ??= makeOpened();
  return copyOf(await madeOpened);
}

let madeNamed: Promise<Made> | null = null;
let madeOpened: Promise<Made> | null = null;

/** Sioned suggests Nia, Amir says yes to exactly that, and Sioned asks her. Returns the space. */
export async function askNia(all: Pick<WithThird, 'sioned' | 'amir' | 'rupture' | 'folder' | 'sync'>) {
  const { sioned, amir, rupture, folder, sync } = all;
  await suggestNia(all);
  const { theirs } = await amir.call('thirds.ofRepair', { rupture });
  await amir.call('thirds.sayYes', { rupture, hash: theirs?.hash ?? '' });
  await sync();
  const { space } = await sioned.call('thirds.ask', { rupture, hash: theirs?.hash ?? '', folder });
  await sync();
  return space;
}

export async function suggestNia({
  sioned,
  rupture,
  sync,
}: Pick<WithThird, 'sioned' | 'rupture' | 'sync'>): Promise<void> {
  const { people } = await sioned.call('thirds.ofRepair', { rupture });
  await sioned.call('thirds.suggest', { rupture, person: people[0]?.identity ?? '' });
  await sync();
}

/** Takes up the invitation that is there, to this repair or, for the third person, to one of others. */
export async function comeIn(
  person: TestCore,
  at: { readonly rupture: string | null; readonly folder: string },
) {
  const invitation =
    at.rupture === null
      ? (await person.call('facilitations.list', {})).invitations[0]
      : (await person.call('thirds.ofRepair', { rupture: at.rupture })).invitation;
  await person.call('facilitations.join', { invite: invitation?.invite ?? '', folder: at.folder });
}

/** Writes and shows words in the space, with the stamp that was seen. */
export async function showThere(
  person: TestCore,
  space: string,
  said:
    | { readonly what: 'account'; readonly howItWas: string; readonly myPart: string }
    | { readonly what: 'need'; readonly need: string; readonly iWill: string }
    | { readonly what: 'words'; readonly heard: string; readonly nextStep: string },
): Promise<void> {
  const { what } = said;
  if (what === 'account') {
    const { howItWas, myPart } = said;
    await person.call('facilitations.saveAccount', { space, howItWas, myPart });
  } else if (what === 'need') {
    await person.call('facilitations.saveNeed', { space, need: said.need, iWill: said.iWill, by: null });
  } else {
    await person.call('facilitations.saveWords', { space, heard: said.heard, nextStep: said.nextStep });
  }
  const { drafts } = await person.call('facilitations.get', { space });
  await person.call('facilitations.show', { space, what, stamp: drafts[what]?.stamp ?? '' });
}

async function makeNamed(): Promise<Made> {
  const root = temporaryFolder();
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'shared');
  mkdirSync(folder);
  return makeRepairOfTwo({ root, folder, now });
}

/** Three vaults under `root`, of whom Sioned and Amir have a repair and Nia knows nothing of it. */
export async function makeRepairOfTwo(at: {
  readonly root: string;
  readonly folder: string;
  readonly now: string;
}): Promise<Made> {
  const { root, folder } = at;
  const start = (who: Who) => startCoreWithVault({ root: join(root, who), name: names[who], now: at.now });
  const [sioned, amir, nia] = [await start('sioned'), await start('amir'), await start('nia')];
  const opened = { sioned, amir, nia, root, folder };
  await joinTwo(sioned, amir, { root, folder });
  await joinTwo(sioned, nia, { root, folder });
  await syncAll(opened);
  const rupture = await nameAndTell(opened);
  return { originals: await closeAll(opened), rupture, space: '', recoveryCode: amir.recoveryCode };
}

async function nameAndTell(opened: Opened): Promise<string> {
  const { sioned, amir } = opened;
  const { item } = await amir.call('ruptures.notice', {});
  await amir.call('ruptures.saveNoticed', {
    item,
    ...(await emptyNote(amir, item)),
    what: canaries.noticed,
    gate: 'no',
    draftWords: canaries.named,
  });
  const { pairs } = await amir.call('pairs.list', {});
  const space = pairs[0]?.space ?? '';
  const { hash } = await amir.call('ruptures.preview', { item, space });
  const { rupture } = await amir.call('ruptures.name', { item, space, hash });
  await syncAll(opened);
  for (const person of [sioned, amir]) {
    await person.call('ruptures.saveAccount', {
      item: rupture,
      howItWas: canaries.account,
      myPart: canaries.myPart,
    });
    await takeStep(person, 'ruptures.showAccount', { item: rupture });
    await syncAll(opened);
  }
  await amir.call('ruptures.saveNeed', { item: rupture, need: canaries.need, iWill: '', by: null });
  await takeStep(amir, 'ruptures.showNeed', { item: rupture });
  await syncAll(opened);
  return rupture;
}

/** The note as it was begun, so that this file need not know each of its fields. */
async function emptyNote(person: TestCore, item: string) {
  const opened = await person.call('ruptures.open', { item });
  if (opened.kind !== 'noticed') throw new Error('this is no note');
  const { item: _item, namedAs: _namedAs, about: _about, ...note } = opened.noticed;
  return note;
}

async function makeOpened(): Promise<Made> {
  madeNamed ??= makeNamed();
  const made = await madeNamed;
  const all = await copyOf(made);
  process.on('exit', () => rmSync(all.root, { recursive: true, force: true }));
  const space = await askNia(all);
  await comeIn(all.amir, all);
  await comeIn(all.nia, { rupture: null, folder: all.folder });
  await all.sync();
  return { ...made, originals: await closeAll(all), space };
}

async function copyOf(made: Made): Promise<WithThird> {
  const root = copyFolders(made.originals);
  const folder = join(root, 'shared');
  const open = (who: Who): TestCore => {
    const core = openCopy(made.originals, root, who, { now });
    core
      .session()
      .deps.vault.db()
      .prepare('UPDATE space SET folder = ? WHERE folder IS NOT NULL')
      .run(folder);
    return core;
  };
  const [sioned, amir, nia] = [open('sioned'), open('amir'), open('nia')];
  const opened = { sioned, amir, nia, root, folder };
  return {
    ...opened,
    amir: { ...amir, recoveryCode: made.recoveryCode },
    rupture: made.rupture,
    space: made.space,
    sync: () => syncAll(opened),
    close() {
      for (const person of [sioned, amir, nia]) person.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function syncAll({ sioned, amir, nia }: Record<Who, TestCore>): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const person of [sioned, amir, nia]) await person.call('exchange.sync', {});
  }
}

async function closeAll({ root, sioned, amir, nia }: Opened): Promise<Originals<Who>> {
  for (const person of [sioned, amir, nia]) await person.call('vault.codeWritten', {});
  return closeForCopies(root, { sioned, amir, nia });
}
