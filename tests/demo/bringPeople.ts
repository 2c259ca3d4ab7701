import type { App } from '../support/app.ts';
import { joinThroughWindows } from '../support/pairWindows.ts';
import type { Stage } from './stage.ts';

export type Cast = { readonly supervisor: App; readonly supervisee: App };

/** Two people make a vault each and join through cards, six words and one folder. */
export async function bringPeople(stage: Stage): Promise<Cast> {
  const roles = ['supervisor', 'supervisee'] as const;
  const seen: string[] = [];
  let opened = 0;
  return joinThroughWindows(() => stage.open(roles[opened++] ?? ''), {
    folder: stage.exchange,
    onStep: async (name, app) => {
      const role = roles[seen.filter((earlier) => earlier === name).length] ?? '';
      seen.push(name);
      await stage.mark(`${name}-${role}`, app);
    },
  });
}
