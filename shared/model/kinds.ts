import type { z } from 'zod';
import { builtWordsBodySchema } from './builtWords.ts';
import * as circle from './circle.ts';
import * as agreement from './agreement.ts';
import { careSourceBodySchema } from './careSource.ts';
import { choiceBodySchema, choicePutAsideBodySchema } from './choice.ts';
import { episodeBodySchema } from './episode.ts';
import { indicatorNoteBodySchema, indicatorPickBodySchema } from './indicator.ts';
import {
  consentAnswerBodySchema,
  consentRequestBodySchema,
  evidenceBodySchema,
  packBodySchema,
} from './evidence.ts';
import { learningBodySchema } from './learning.ts';
import { feelingChangeBodySchema } from './feelingList.ts';
import * as facilitation from './facilitation.ts';
import * as leaving from './leaving.ts';
import { memberBodySchema, noticeBodySchema } from './member.ts';
import { modellingAnswerBodySchema } from './modelling.ts';
import { momentBodySchema } from './moment.ts';
import { noticingBodySchema, standpointBodySchema } from './noticing.ts';
import { ownDeviceBodySchema } from './ownDevice.ts';
import { pageBodySchema } from './page.ts';
import type { Statement } from './revision.ts';
import * as placement from './placement.ts';
import * as phrase from './phrase.ts';
import { practiceBodySchema } from './practice.ts';
import { preparationNoteBodySchema } from './preparation.ts';
import { pulseSchema } from './pulse.ts';
import * as rupture from './rupture.ts';
import * as session from './session.ts';
import * as signing from './signing.ts';
import { ownStrengthBodySchema, strengthBodySchema } from './strength.ts';
import { unsentBodySchema } from './unsent.ts';
import { widerRuptureBodySchema } from './widerRupture.ts';

/** Every kind of item: where it may live and what its body is. Private kinds never leave the vault. */
export const kinds = {
  page: { place: 'private', body: pageBodySchema },
  moment: { place: 'private', body: momentBodySchema },
  feelingChange: { place: 'private', body: feelingChangeBodySchema },
  careSource: { place: 'private', body: careSourceBodySchema },
  episode: { place: 'private', body: episodeBodySchema },
  ruptureNoticed: { place: 'private', body: rupture.ruptureNoticedBodySchema },
  widerRupture: { place: 'private', body: widerRuptureBodySchema },
  builtWords: { place: 'private', body: builtWordsBodySchema },
  unsent: { place: 'private', body: unsentBodySchema },
  ruptureGate: { place: 'private', body: rupture.ruptureGateBodySchema },
  evidence: { place: 'private', body: evidenceBodySchema },
  pack: { place: 'private', body: packBodySchema },
  agreementPrivate: { place: 'private', body: agreement.agreementPrivateBodySchema },
  ownDevice: { place: 'private', body: ownDeviceBodySchema },
  placement: { place: 'private', body: placement.placementBodySchema },
  preparationNote: { place: 'private', body: preparationNoteBodySchema },
  choicePutAside: { place: 'private', body: choicePutAsideBodySchema },
  carryLeft: { place: 'private', body: session.carryLeftBodySchema },
  ownPhrase: { place: 'private', body: phrase.ownPhraseBodySchema },
  practice: { place: 'private', body: practiceBodySchema },
  corridorNote: { place: 'private', body: session.corridorNoteBodySchema },
  noticing: { place: 'private', body: noticingBodySchema },
  standpoint: { place: 'private', body: standpointBodySchema },
  ownStrength: { place: 'private', body: ownStrengthBodySchema },
  learning: { place: 'private', body: learningBodySchema },
  modellingAnswer: { place: 'private', body: modellingAnswerBodySchema },

  member: { place: 'shared', body: memberBodySchema },
  continues: { place: 'shared', body: leaving.continuesBodySchema },
  left: { place: 'shared', body: leaving.leftBodySchema },
  leaving: { place: 'shared', body: leaving.leavingBodySchema },
  leavingWords: { place: 'shared', body: leaving.leavingWordsBodySchema },
  notice: { place: 'shared', body: noticeBodySchema },

  session: { place: 'shared', body: session.sessionBodySchema },
  topic: { place: 'shared', body: session.topicBodySchema },
  topicOrder: { place: 'shared', body: session.topicOrderBodySchema },
  voice: { place: 'shared', body: session.voiceBodySchema },
  stance: { place: 'shared', body: session.stanceBodySchema },
  difference: { place: 'shared', body: session.differenceBodySchema },
  decision: { place: 'shared', body: session.decisionBodySchema },
  fairProcess: { place: 'shared', body: session.fairProcessBodySchema },
  wayIn: { place: 'shared', body: session.wayInBodySchema },
  promise: { place: 'shared', body: session.promiseBodySchema },
  scribed: { place: 'shared', body: session.scribedBodySchema },
  quiet: { place: 'shared', body: session.quietBodySchema },
  scribeAnswer: { place: 'shared', body: session.scribeAnswerBodySchema },
  proposal: { place: 'shared', body: signing.proposalBodySchema },
  confirmation: { place: 'shared', body: signing.confirmationBodySchema },
  amendment: { place: 'shared', body: signing.amendmentBodySchema },

  agreement: { place: 'shared', body: agreement.agreementBodySchema },
  agreementAnswers: { place: 'shared', body: agreement.agreementAnswersBodySchema },
  arrangements: { place: 'shared', body: agreement.arrangementsBodySchema },
  leaderPromise: { place: 'shared', body: agreement.leaderPromiseBodySchema },
  agreementLine: { place: 'shared', body: agreement.agreementLineBodySchema },
  pairStandard: { place: 'shared', body: agreement.pairStandardBodySchema },
  sessionTime: { place: 'shared', body: agreement.sessionTimeBodySchema },

  strength: { place: 'shared', body: strengthBodySchema },

  choice: { place: 'shared', body: choiceBodySchema },
  placementCommit: { place: 'shared', body: placement.placementCommitBodySchema },
  placementReveal: { place: 'shared', body: placement.placementRevealBodySchema },
  pulse: { place: 'shared', body: pulseSchema },
  indicatorPick: { place: 'shared', body: indicatorPickBodySchema },
  indicatorNote: { place: 'shared', body: indicatorNoteBodySchema },

  rupture: { place: 'shared', body: rupture.ruptureBodySchema },
  ruptureReply: { place: 'shared', body: rupture.ruptureReplyBodySchema },
  ruptureAccount: { place: 'shared', body: rupture.ruptureAccountBodySchema },
  ruptureHeard: { place: 'shared', body: rupture.ruptureHeardBodySchema },
  ruptureNeed: { place: 'shared', body: rupture.ruptureNeedBodySchema },
  ruptureAgreed: { place: 'shared', body: rupture.ruptureAgreedBodySchema },
  ruptureCheck: { place: 'shared', body: rupture.ruptureCheckBodySchema },
  ruptureSettled: { place: 'shared', body: rupture.ruptureSettledBodySchema },
  rupturePaused: { place: 'shared', body: rupture.rupturePausedBodySchema },
  ruptureReopened: { place: 'shared', body: rupture.ruptureReopenedBodySchema },

  ruptureThird: { place: 'shared', body: facilitation.ruptureThirdBodySchema },
  ruptureThirdYes: { place: 'shared', body: facilitation.ruptureThirdYesBodySchema },
  facilitationInvite: { place: 'shared', body: facilitation.facilitationInviteBodySchema },
  facilitationHere: { place: 'shared', body: facilitation.facilitationHereBodySchema },
  facilitationEnd: { place: 'shared', body: facilitation.facilitationEndBodySchema },
  facilitationAccount: { place: 'shared', body: facilitation.facilitationAccountBodySchema },
  facilitationNeed: { place: 'shared', body: facilitation.facilitationNeedBodySchema },
  facilitationHeard: { place: 'shared', body: facilitation.facilitationHeardBodySchema },
  facilitationWords: { place: 'shared', body: facilitation.facilitationWordsBodySchema },

  consentRequest: { place: 'shared', body: consentRequestBodySchema },
  consentAnswer: { place: 'shared', body: consentAnswerBodySchema },

  phrase: { place: 'shared', body: phrase.phraseBodySchema },

  circleInvite: { place: 'shared', body: circle.circleInviteBodySchema },
  circle: { place: 'shared', body: circle.circleBodySchema },
  circleMember: { place: 'shared', body: circle.circleMemberBodySchema },
  circleMeeting: { place: 'shared', body: circle.circleMeetingBodySchema },
  circleRound: { place: 'shared', body: circle.circleRoundBodySchema },
  circleTurn: { place: 'shared', body: circle.circleTurnBodySchema },
} as const satisfies Record<string, { place: 'private' | 'shared'; body: z.ZodType }>;

export type Kind = keyof typeof kinds;
export type Body<K extends Kind> = z.infer<(typeof kinds)[K]['body']>;

/** A statement of a known kind: `switch (one.kind)` narrows its body. */
export type KnownStatement = { [K in Kind]: Statement<Body<K>> & { readonly kind: K } }[Kind];

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(kinds, kind);
}
