import type { z } from 'zod';
import { agreementsContract } from './agreements.ts';
import type { CallShape } from './call.ts';
import { careContract } from './care.ts';
import { devicesContract } from './devices.ts';
import { choicesContract } from './choices.ts';
import { circlesContract } from './circles.ts';
import { leavingContract } from './leaving.ts';
import { episodesContract } from './episodes.ts';
import { keptContract } from './kept.ts';
import { learningContract } from './learning.ts';
import { feelingsContract } from './feelings.ts';
import { facilitationsContract } from './facilitations.ts';
import { modellingContract } from './modelling.ts';
import { indicatorsContract } from './indicators.ts';
import { ledgerContract } from './ledger.ts';
import { lookingBackContract } from './lookingBack.ts';
import { momentsContract } from './moments.ts';
import { noticingContract } from './noticing.ts';
import { pagesContract } from './pages.ts';
import { evidenceContract } from './evidence.ts';
import { packsContract } from './packs.ts';
import { pairsContract } from './pairs.ts';
import { preferencesContract } from './preferences.ts';
import { phrasesContract } from './phrases.ts';
import { practiceContract } from './practice.ts';
import { rupturesContract } from './ruptures.ts';
import { builtWordsContract } from './builtWords.ts';
import { unsentContract } from './unsent.ts';
import { widerRupturesContract } from './widerRuptures.ts';
import { settingsContract } from './settings.ts';
import { preparationContract } from './preparation.ts';
import { promisesContract } from './promises.ts';
import { sessionsContract } from './sessions.ts';
import { extractsContract } from './extracts.ts';
import { meetingsContract } from './meetings.ts';
import { carryContract } from './carry.ts';
import { corridorContract } from './corridor.ts';
import { waysContract } from './ways.ts';
import { signingContract } from './signing.ts';
import { standardsContract } from './standards.ts';
import { strengthsContract } from './strengths.ts';
import { vaultContract } from './vault.ts';

/** Every call the window may make. A new call is a line in its feature's file, a service function, a line in api.ts, a use. */
export const contract = {
  ...vaultContract,
  ...preferencesContract,
  ...settingsContract,
  ...pairsContract,
  ...devicesContract,
  ...leavingContract,
  ...circlesContract,
  ...evidenceContract,
  ...packsContract,
  ...pagesContract,
  ...episodesContract,
  ...momentsContract,
  ...keptContract,
  ...noticingContract,
  ...strengthsContract,
  ...learningContract,
  ...modellingContract,
  ...feelingsContract,
  ...careContract,
  ...rupturesContract,
  ...facilitationsContract,
  ...lookingBackContract,
  ...widerRupturesContract,
  ...builtWordsContract,
  ...unsentContract,
  ...sessionsContract,
  ...waysContract,
  ...carryContract,
  ...meetingsContract,
  ...extractsContract,
  ...corridorContract,
  ...signingContract,
  ...ledgerContract,
  ...promisesContract,
  ...standardsContract,
  ...agreementsContract,
  ...choicesContract,
  ...indicatorsContract,
  ...preparationContract,
  ...practiceContract,
  ...phrasesContract,
} as const satisfies Record<string, CallShape>;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.infer<Contract[M]['input']>;
export type Output<M extends Method> = z.infer<Contract[M]['output']>;
