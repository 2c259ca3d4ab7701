import type { Input, Method, Output } from '../../shared/contract/index.ts';
import type { Deps } from './deps.ts';
import { agreementsApi } from './services/agreements.ts';
import { agreementWordsApi } from './services/agreementWords.ts';
import { balanceApi } from './services/balance.ts';
import * as backups from './services/backups.ts';
import { careApi } from './services/care.ts';
import { choicesApi } from './services/choices.ts';
import { circleMeetingsApi } from './services/circleMeetings.ts';
import { circlesApi } from './services/circles.ts';
import { circleTurnsApi } from './services/circleTurns.ts';
import * as consent from './services/consent.ts';
import * as contacts from './services/contacts.ts';
import { devicesApi } from './services/devices.ts';
import { thirdsApi } from './services/thirds.ts';
import { twoVersionsApi } from './services/twoVersions.ts';
import { episodeOfferApi } from './services/episodeOffer.ts';
import { episodesApi } from './services/episodes.ts';
import { feelingsApi } from './services/feelings.ts';
import { facilitationsApi } from './services/facilitations.ts';
import { facilitationWordsApi } from './services/facilitationWords.ts';
import { episodesLaterApi } from './services/episodesLater.ts';
import { leavingApi } from './services/leaving.ts';
import { keptApi } from './services/kept.ts';
import { learningApi } from './services/learning.ts';
import { linkApi } from './services/link.ts';
import { ledgerApi } from './services/ledger.ts';
import { indicatorsApi } from './services/indicators.ts';
import { lookingBackApi } from './services/lookingBack.ts';
import { momentsApi } from './services/moments.ts';
import { modellingApi } from './services/modelling.ts';
import { noticingApi } from './services/noticing.ts';
import { strengthsApi } from './services/strengths.ts';
import { exportApi } from './services/exportPages.ts';
import { importApi } from './services/importPages.ts';
import { pagesApi } from './services/pages.ts';
import * as evidence from './services/evidence.ts';
import * as packs from './services/packs.ts';
import * as pairs from './services/pairs.ts';
import { placementsApi } from './services/placements.ts';
import { phrasesApi } from './services/phrases.ts';
import { practiceApi } from './services/practice.ts';
import * as preferences from './services/preferences.ts';
import { preparationApi } from './services/preparation.ts';
import { pulseApi } from './services/pulse.ts';
import { rupturesApi } from './services/ruptures.ts';
import { rupturesNoticedApi } from './services/rupturesNoticed.ts';
import { widerRupturesApi } from './services/widerRuptures.ts';
import { builtWordsApi } from './services/builtWords.ts';
import { unsentApi } from './services/unsent.ts';
import { searchApi } from './services/search.ts';
import * as settings from './services/settings.ts';
import { promisesApi } from './services/promises.ts';
import { extractsApi } from './services/extracts.ts';
import { meetingsApi } from './services/meetings.ts';
import { carryApi } from './services/carry.ts';
import { corridorApi } from './services/corridor.ts';
import { fairProcessApi } from './services/fairProcess.ts';
import { waysApi } from './services/ways.ts';
import { scribingApi } from './services/scribing.ts';
import { sessionsApi } from './services/sessions.ts';
import { signingApi } from './services/signing.ts';
import { standardsApi } from './services/standards.ts';
import { voicesApi } from './services/voices.ts';
import * as vault from './services/vault.ts';

/** The table of contents: each call of the contract is one function. A missing or mistyped one does not compile. */
export const api = {
  'vault.status': vault.vaultStatus,
  'vault.strength': vault.measureStrength,
  'vault.create': vault.create,
  'vault.unlock': vault.unlock,
  'vault.recover': vault.recover,
  'vault.changePassphrase': vault.renewPassphrase,
  'vault.codeWritten': vault.recoveryCodeWritten,
  'vault.lock': vault.lock,
  'vault.chooseFolder': vault.chooseFolder,
  'vault.hideWindow': vault.hideWindow,

  'backups.list': backups.listBackups,
  'backups.state': backups.backupState,
  'backups.make': backups.makeBackupNow,
  'backups.setFolder': backups.setBackupFolder,
  'backups.restore': backups.restore,

  'preferences.get': preferences.getPreferences,
  'preferences.set': preferences.setPreferences,

  'settings.get': settings.getSettings,
  'settings.set': settings.setSettings,

  'contacts.exportCard': contacts.exportCard,
  'contacts.takeCard': contacts.takeCard,
  'contacts.list': contacts.listContacts,
  'contacts.forget': contacts.forgetContact,
  'pairs.join': pairs.joinPair,
  'pairs.list': pairs.listPairViews,
  'pairs.get': pairs.getPairView,
  'pairs.setFolder': pairs.setPairFolder,
  'pairs.setRole': pairs.setPairRole,
  'exchange.askAgain': pairs.askAgain,
  'exchange.sync': pairs.syncNow,

  ...linkApi,
  ...devicesApi,
  ...circlesApi,
  ...circleMeetingsApi,
  ...circleTurnsApi,
  ...twoVersionsApi,
  ...leavingApi,

  ...pagesApi,
  ...importApi,
  ...exportApi,
  ...searchApi,

  ...episodesApi,
  ...episodesLaterApi,
  ...episodeOfferApi,
  ...momentsApi,
  ...keptApi,
  ...noticingApi,
  ...strengthsApi,
  ...learningApi,
  ...modellingApi,
  ...feelingsApi,
  ...careApi,
  ...rupturesNoticedApi,
  ...rupturesApi,
  ...thirdsApi,
  ...facilitationsApi,
  ...facilitationWordsApi,
  ...lookingBackApi,
  ...widerRupturesApi,
  ...builtWordsApi,
  ...unsentApi,

  'evidence.sources': evidence.listSources,
  'evidence.choose': evidence.chooseLine,
  'evidence.list': evidence.listEvidence,
  'evidence.change': evidence.changeLine,
  'evidence.setRemoved': evidence.setLineRemoved,
  'consents.ask': consent.askConsent,
  'consents.askedOfMe': consent.listAskedOfMe,
  'consents.answer': consent.answerConsent,
  'packs.list': packs.listPacks,
  'packs.create': packs.createPack,
  'packs.get': packs.getPack,
  'packs.save': packs.savePack,
  'packs.setRemoved': packs.setPackRemoved,
  'packs.preview': packs.previewPack,
  'packs.check': packs.checkPack,
  'packs.export': packs.exportPack,

  ...sessionsApi,
  ...voicesApi,
  ...scribingApi,
  ...fairProcessApi,
  ...waysApi,
  ...carryApi,
  ...meetingsApi,
  ...extractsApi,
  ...corridorApi,
  ...signingApi,
  ...ledgerApi,
  ...promisesApi,
  ...standardsApi,
  ...agreementsApi,
  ...agreementWordsApi,

  ...choicesApi,
  ...indicatorsApi,
  ...placementsApi,
  ...pulseApi,
  ...balanceApi,
  ...preparationApi,
  ...practiceApi,
  ...phrasesApi,
} satisfies { [M in Method]: (deps: Deps, input: Input<M>) => Output<M> | Promise<Output<M>> };
