import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * A founder joined with `count` - 1 others, who are strangers to one another, and a circle of them all. Who is in `absent`
 * (by their place among the invited) has not answered.
 */
export async function joinedCircle(
  options: { readonly count?: number; readonly absent?: readonly number[]; readonly now?: string } = {},
): Promise<TestCircle> {
  const now = options.now ?? '2026-11-22T09:00:00.000Z';
  const root = temporaryFolder();
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
  const sync = async () => {
    for (let round = 0; round < 3; round += 1) {
      for (const person of everybody) await person.call('exchange.sync', {});
    }
  };
  const takeInvitation = async (person: TestCore) => {
    const { invitations } = await person.call('circles.list', {});
    const invite = invitations[0]?.invite;
    if (invite === undefined) throw new Error('there is no invitation');
    await person.call('circles.join', { invite, folder });
  };
  await sync();
  const { pairs } = await founder.call('pairs.list', {});
  const people = names.flatMap(
    (name) => pairs.find((pair) => pair.other.name === name)?.other.identity ?? [],
  );
  const { space } = await founder.call('circles.found', { name: 'Duty team', people, folder });
  await sync();
  for (const [place, person] of invited.entries()) {
    if (!options.absent?.includes(place)) await takeInvitation(person);
  }
  await sync();
  return {
    founder,
    invited,
    space,
    folder,
    root,
    identityOf: async (person) => (await person.call('pairs.list', {})).pairs[0]?.me.identity ?? '',
    sync,
    join: takeInvitation,
    close() {
      for (const person of everybody) person.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
