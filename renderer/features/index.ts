import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { DecisionView } from '../../shared/model/sessionView.ts';
import type { PlaceName, Places } from '../navigation.ts';

/** Loads the page shown at a place; it gets what the place carries (`{ id }`) as props. */
export type LoadPage<N extends PlaceName> = () => Promise<ComponentType<Places[N]>>;

const episodeDialog = async () => (await import('./moments/EpisodeDialog.tsx')).EpisodeDialog;
const corridorDialog = async () => (await import('./corridor/CorridorDialog.tsx')).CorridorDialog;
const findPage = async () => (await import('./find/FindPage.tsx')).FindPage;

type ShortcutDialog = ComponentType<{ readonly onClose: () => void }>;

/**
 * Loads what the shortcuts open, before they are pressed, and gives the dialogs of Ctrl/Cmd+Shift+M and +K as they are:
 * shown through `lazy` they would still come a moment late, and the first words typed after the keys would be lost.
 */
export async function loadShortcuts(): Promise<{ episode: ShortcutDialog; corridor: ShortcutDialog }> {
  const [episode, corridor] = await Promise.all([episodeDialog(), corridorDialog(), findPage()]);
  return { episode, corridor };
}

/**
 * Every place that exists: one line a place. Loaded when first gone to, so that the first window stays small. A place
 * that is not here is not in the list of places on the left either.
 */
export const features: { readonly [N in PlaceName]?: LoadPage<N> } = {
  pages: async () => (await import('./pages/PagesPage.tsx')).PagesPage,
  page: async () => (await import('./pages/PagePage.tsx')).PagePage,
  meetings: async () => (await import('./pages/MeetingsPage.tsx')).MeetingsPage,
  find: findPage,
  today: async () => (await import('./today/TodayPage.tsx')).TodayPage,
  supervision: async () => (await import('./pairs/PairsPage.tsx')).PairsPage,
  pair: async () => (await import('./supervision/PairPage.tsx')).PairPage,
  session: async () => (await import('./supervision/SessionPage.tsx')).SessionPage,
  circles: async () => (await import('./circles/CirclesPage.tsx')).CirclesPage,
  circle: async () => (await import('./circles/CirclePage.tsx')).CirclePage,
  circleMeeting: async () => (await import('./circles/MeetingPage.tsx')).MeetingPage,
  agreement: async () => (await import('./agreement/AgreementPage.tsx')).AgreementPage,
  agreementVersions: async () => (await import('./agreement/VersionsPage.tsx')).VersionsPage,
  promises: async () => (await import('./supervision/PromisesPage.tsx')).PromisesPage,
  preparation: async () => (await import('./supervision/PreparationPage.tsx')).PreparationPage,
  moments: async () => (await import('./moments/MomentsPage.tsx')).MomentsPage,
  noticing: async () => (await import('./noticing/NoticingPage.tsx')).NoticingPage,
  standpoint: async () => (await import('./noticing/StandpointPage.tsx')).StandpointPage,
  ownStrengths: async () => (await import('./strengths/OwnStrengthsPage.tsx')).OwnStrengthsPage,
  repair: async () => (await import('./repair/RepairPage.tsx')).RepairPage,
  rupture: async () => (await import('./repair/RupturePage.tsx')).RupturePage,
  practice: async () => (await import('./practice/PracticePage.tsx')).PracticePage,
  rehearsal: async () => (await import('./practice/RehearsalPage.tsx')).RehearsalPage,
  phrasebook: async () => (await import('./phrasebook/PhrasebookPage.tsx')).PhrasebookPage,
  facilitated: async () => (await import('./repair/third/FacilitatedPage.tsx')).FacilitatedPage,
  widerRupture: async () => (await import('./repair/WiderRupturePage.tsx')).WiderRupturePage,
  lookingBack: async () => (await import('./lookingBack/LookingBackPage.tsx')).LookingBackPage,
  year: async () => (await import('./year/YearPage.tsx')).YearPage,
  learning: async () => (await import('./learning/LearningPage.tsx')).LearningPage,
  pack: async () => (await import('./year/PackPage.tsx')).PackPage,
  help: async () => (await import('./help/HelpPage.tsx')).HelpPage,
  ledger: async () => (await import('./ledger/LedgerPage.tsx')).LedgerPage,
  settings: async () => (await import('./settings/SettingsPage.tsx')).SettingsPage,
};

/** The words of a decision. */
export type SaidDecision = Pick<DecisionView, 'text' | 'who' | 'because' | 'alternatives'>;

type LazyPart<P> = LazyExoticComponent<ComponentType<P>>;

/** Loaded when it is first shown. */
function part<P>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  return lazy(async () => ({ default: await twice(load) }));
}

/** What could not be loaded is tried once more before anybody is told: a file may be held for a moment. */
export function twice<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(load);
}

/**
 * Places in the frame and on Today that a feature fills, so that no feature imports another.
 * - `episode`, `corridor`: the dialogs of Ctrl/Cmd+Shift+M and +K, from anywhere. They call `onClose` when they are done.
 * - `underPage`: what may be noted on a private page, below its words.
 * - `underTopic`: what may be noted privately at a topic of a session, in one's own vault; never in Together mode.
 * - `arriving`: a private check-in at the start of a session.
 * - `pairAgreement`: the way to how two people work together, on the pair's page.
 * - `onPair`: what else belongs to a pair beside its sessions, at the end of its page.
 * - `underDecision`: what may be made of a decision that both see, in one's own vault.
 * - `onLookingBack`: what a feature lets one look back on, privately, in this order.
 * - `todayCards`: cards on Today, in this order (next session, promises).
 */
export const slots: {
  readonly episode: LazyPart<{ readonly onClose: () => void }> | null;
  readonly corridor: LazyPart<{ readonly onClose: () => void }> | null;
  readonly underPage: readonly { readonly key: string; readonly Part: LazyPart<{ readonly page: string }> }[];
  readonly underTopic: readonly {
    readonly key: string;
    readonly Part: LazyPart<{ readonly topic: string }>;
  }[];
  readonly arriving: LazyPart<object> | null;
  readonly pairAgreement: LazyPart<{ readonly space: string }> | null;
  readonly onPair: readonly { readonly key: string; readonly Part: LazyPart<{ readonly space: string }> }[];
  readonly underDecision: readonly {
    readonly key: string;
    readonly Part: LazyPart<{ readonly decision: SaidDecision; readonly date: string }>;
  }[];
  readonly onLookingBack: readonly { readonly key: string; readonly Part: LazyPart<object> }[];
  readonly todayCards: readonly { readonly key: string; readonly Card: LazyPart<object> }[];
} = {
  episode: part(episodeDialog),
  corridor: part(corridorDialog),
  underPage: [
    {
      key: 'moments',
      Part: part(async () => (await import('./moments/PageMoments.tsx')).PageMoments),
    },
    {
      key: 'extract',
      Part: part(async () => (await import('./extracts/PageExtract.tsx')).PageExtract),
    },
  ],
  underTopic: [
    {
      key: 'moments',
      Part: part(async () => (await import('./moments/TopicMoments.tsx')).TopicMoments),
    },
  ],
  underDecision: [
    {
      key: 'extract',
      Part: part(async () => (await import('./extracts/DecisionExtract.tsx')).DecisionExtract),
    },
  ],
  arriving: part(async () => (await import('./moments/ArrivingMoment.tsx')).ArrivingMoment),
  pairAgreement: part(async () => (await import('./agreement/PairAgreement.tsx')).PairAgreement),
  onPair: [
    {
      key: 'repair',
      Part: part(async () => (await import('./repair/PairRepair.tsx')).PairRepair),
    },
    {
      key: 'strengths',
      Part: part(async () => (await import('./strengths/PairStrengths.tsx')).PairStrengths),
    },
    {
      key: 'time',
      Part: part(async () => (await import('./protectedTime/PairTime.tsx')).PairTime),
    },
    {
      key: 'indicators',
      Part: part(async () => (await import('./indicators/PairIndicators.tsx')).PairIndicators),
    },
    {
      key: 'ending',
      Part: part(async () => (await import('./leaving/PairEnding.tsx')).PairEnding),
    },
  ],
  onLookingBack: [
    {
      key: 'repairs',
      Part: part(async () => (await import('./repair/RepairsLookedBack.tsx')).RepairsLookedBack),
    },
    {
      key: 'time',
      Part: part(async () => (await import('./protectedTime/TimePast.tsx')).TimePast),
    },
    {
      key: 'indicators',
      Part: part(async () => (await import('./indicators/PastIndicators.tsx')).PastIndicators),
    },
    {
      key: 'modelling',
      Part: part(async () => (await import('./modelling/ModellingAnswers.tsx')).ModellingAnswers),
    },
  ],
  todayCards: [
    {
      key: 'session',
      Card: part(async () => (await import('./supervision/TodaySession.tsx')).TodaySession),
    },
    {
      key: 'promises',
      Card: part(async () => (await import('./supervision/TodayPromises.tsx')).TodayPromises),
    },
    {
      key: 'askAgain',
      Card: part(async () => (await import('./moments/TodayAskAgain.tsx')).TodayAskAgain),
    },
    {
      key: 'corridor',
      Card: part(async () => (await import('./corridor/TodayCorridor.tsx')).TodayCorridor),
    },
    {
      key: 'review',
      Card: part(async () => (await import('./agreement/TodayReview.tsx')).TodayReview),
    },
    {
      key: 'twoVersions',
      Card: part(async () => (await import('./settings/TodayTwoVersions.tsx')).TodayTwoVersions),
    },
    {
      key: 'asked',
      Card: part(async () => (await import('./year/AskedCard.tsx')).AskedCard),
    },
    {
      key: 'modelling',
      Card: part(async () => (await import('./modelling/TodayModelling.tsx')).TodayModelling),
    },
  ],
};
