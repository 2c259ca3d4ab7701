import {
  CalendarDays,
  Feather,
  Handshake,
  Heart,
  History,
  LifeBuoy,
  type LucideIcon,
  Search,
  Settings,
  Sunrise,
  Wrench,
} from 'lucide-react';
import { features } from '../features/index.ts';
import { useText } from '../i18n.ts';
import { type PlaceName, usePlace } from '../navigation.ts';
import { Button } from '../ui/Button.tsx';
import { GoLink } from '../ui/GoLink.tsx';
import styles from './Frame.module.css';
import { shortcuts } from './useShortcuts.ts';

const places = [
  { at: 'today', Icon: Sunrise },
  { at: 'pages', Icon: Feather },
  { at: 'moments', Icon: Heart },
  { at: 'supervision', Icon: Handshake },
  { at: 'repair', Icon: Wrench },
  { at: 'lookingBack', Icon: History },
  { at: 'year', Icon: CalendarDays },
] as const satisfies readonly { at: keyof typeof features; Icon: LucideIcon }[];

const frameLinks = [
  { at: 'find', label: 'frame.find', Icon: Search, keys: shortcuts.find },
  { at: 'help', label: 'frame.help', Icon: LifeBuoy, keys: null },
  { at: 'settings', label: 'frame.settings', Icon: Settings, keys: null },
] as const;

/** Pages that are reached through a place: while one is open, its place stays marked. */
const placeOf: { readonly [N in PlaceName]?: PlaceName } = {
  page: 'pages',
  meetings: 'pages',
  pair: 'supervision',
  agreement: 'supervision',
  agreementVersions: 'supervision',
  session: 'supervision',
  promises: 'supervision',
  preparation: 'supervision',
  circles: 'supervision',
  circle: 'supervision',
  circleMeeting: 'supervision',
  noticing: 'moments',
  standpoint: 'moments',
  ownStrengths: 'moments',
  rupture: 'repair',
  practice: 'repair',
  rehearsal: 'repair',
  facilitated: 'repair',
  phrasebook: 'supervision',
  widerRupture: 'repair',
  pack: 'year',
  learning: 'year',
  ledger: 'settings',
};

/** The places on the left, those that exist, and the two ways to shut the window to others. */
export function Navigation(props: {
  isOpen: boolean;
  onGo: () => void;
  onLock: () => void;
  onHide: () => void;
}) {
  const { t } = useText();
  const open = usePlace().at;
  return (
    <nav className={styles.side} data-open={props.isOpen} aria-label={t('frame.nav.label')}>
      <p className={styles.name}>{t('frame.app')}</p>
      <div>
        <ul className={styles.list}>
          {places
            .filter(({ at }) => at in features)
            .map(({ at, Icon }) => (
              <li key={at}>
                <GoLink to={at} with={{}} onGo={props.onGo} isAbove={placeOf[open] === at}>
                  <Icon size={18} aria-hidden="true" />
                  {t(`frame.place.${at}`)}
                </GoLink>
              </li>
            ))}
        </ul>
      </div>
      <div className={styles.foot}>
        <ul className={styles.list}>
          {frameLinks
            .filter(({ at }) => at in features)
            .map(({ at, label, Icon, keys }) => (
              <li key={at}>
                <GoLink to={at} with={{}} onGo={props.onGo} keys={keys?.aria} isAbove={placeOf[open] === at}>
                  <Icon size={18} aria-hidden="true" />
                  {t(label)}
                  {keys === null ? null : <Key shown={keys.shown} />}
                </GoLink>
              </li>
            ))}
        </ul>
        <Button onPress={props.onLock} keys={shortcuts.lock.aria}>
          {t('frame.lock')} <Key shown={shortcuts.lock.shown} />
        </Button>
        <Button onPress={props.onHide} keys={shortcuts.hide.aria}>
          {t('frame.hide')} <Key shown={shortcuts.hide.shown} />
        </Button>
      </div>
    </nav>
  );
}

/** For the eye; `aria-keyshortcuts` says it to a screen reader, so that the name of what it opens stays its own. */
function Key(props: { shown: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {props.shown}
    </span>
  );
}
