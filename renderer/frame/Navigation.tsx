import {
  CalendarDays,
  Feather,
  Handshake,
  Heart,
  LifeBuoy,
  type LucideIcon,
  Search,
  Settings,
  Sunrise,
  Wrench,
} from 'lucide-react';
import { features } from '../features/index.ts';
import { useText } from '../i18n.ts';
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
  { at: 'year', Icon: CalendarDays },
] as const satisfies readonly { at: keyof typeof features; Icon: LucideIcon }[];

const frameLinks = [
  { at: 'find', label: 'frame.find', Icon: Search, key: shortcuts.find.shown },
  { at: 'help', label: 'frame.help', Icon: LifeBuoy, key: null },
  { at: 'settings', label: 'frame.settings', Icon: Settings, key: null },
] as const;

/** The places on the left, those that exist, and the two ways to shut the window to others. */
export function Navigation(props: {
  isOpen: boolean;
  onGo: () => void;
  onLock: () => void;
  onHide: () => void;
}) {
  const { t } = useText();
  return (
    <nav className={styles.side} data-open={props.isOpen} aria-label={t('frame.nav.label')}>
      <p className={styles.name}>{t('frame.app')}</p>
      <div>
        <ul className={styles.list}>
          {places
            .filter(({ at }) => at in features)
            .map(({ at, Icon }) => (
              <li key={at}>
                <GoLink to={at} with={{}} onGo={props.onGo}>
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
            .map(({ at, label, Icon, key }) => (
              <li key={at}>
                <GoLink to={at} with={{}} onGo={props.onGo}>
                  <Icon size={18} aria-hidden="true" />
                  {t(label)}
                  {key === null ? null : <span className={styles.key}>{key}</span>}
                </GoLink>
              </li>
            ))}
        </ul>
        <Button onPress={props.onLock} keys={shortcuts.lock.aria}>
          {t('frame.lock')} <span className={styles.key}>{shortcuts.lock.shown}</span>
        </Button>
        <Button onPress={props.onHide} keys={shortcuts.hide.aria}>
          {t('frame.hide')} <span className={styles.key}>{shortcuts.hide.shown}</span>
        </Button>
      </div>
    </nav>
  );
}
