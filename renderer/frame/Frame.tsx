import { type ComponentType, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { call, useAction, useCall } from '../api.ts';
import { flushAll, useSaveFailure } from '../autosave.ts';
import { features, loadShortcuts, slots } from '../features/index.ts';
import { useText } from '../i18n.ts';
import { confine, go, release, useConfined } from '../navigation.ts';
import { Button, FailureNotice, Notice, Row, Toasts } from '../ui/index.ts';
import { Footer } from './Footer.tsx';
import styles from './Frame.module.css';
import { lockNow } from './lock.ts';
import { FrameModeContext, returnToTogether } from './mode.ts';
import { Navigation } from './Navigation.tsx';
import { PlaceView } from './PlaceView.tsx';
import { useIdle } from './useIdle.ts';
import { useShortcuts } from './useShortcuts.ts';
import { Veil } from './Veil.tsx';

const veilAfter = 3 * 60_000;

type ShortcutPart = ComponentType<{ readonly onClose: () => void }>;

/** Everything around a page while the vault is open. */
export function Frame(props: { status: Output<'vault.status'>; lockAfterMinutes: number }) {
  const { t } = useText();
  useTogetherAsInVault();
  const isTogether = useConfined();
  const [isNavOpen, setNavOpen] = useState(false);
  const [isVeiled, setVeiled] = useState(false);
  const loaded = useRef<{ readonly [S in 'episode' | 'corridor']: ShortcutPart | null }>(slots);
  // What was opened, lazy or loaded, stays until it is closed: another would begin anew, without the words.
  const [Opened, setOpened] = useState<ShortcutPart | null>(null);
  const lock = useAction(lockNow);
  const hide = useAction(() => call('vault.hideWindow', {}));

  const lift = useCallback(() => setVeiled(false), []);
  useIdle(veilAfter, () => setVeiled(true));
  useIdle(props.lockAfterMinutes * 60_000, () => void lock.run());
  useShortcuts({
    episode: isTogether || Opened !== null ? undefined : () => setOpened(() => loaded.current.episode),
    corridor: isTogether || Opened !== null ? undefined : () => setOpened(() => loaded.current.corridor),
    find: isTogether || !('find' in features) ? undefined : () => go('find'),
    lock: () => void lock.run(),
    hide: () => void hide.run(),
  });
  useEffect(() => {
    // Once the first page is on the screen, so that opening the vault does not wait for it.
    const soon = setTimeout(() => {
      void loadShortcuts().then(
        (dialogs) => {
          loaded.current = dialogs;
        },
        () => undefined,
      );
    }, 500);
    return () => clearTimeout(soon);
  }, []);
  useEffect(() => {
    const save = () => void flushAll(0);
    window.addEventListener('blur', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('blur', save);
      document.removeEventListener('visibilitychange', save);
    };
  }, []);
  const sitting = useCall('sessions.together', {}).value?.session ?? null;
  useEffect(() => {
    if (sitting !== null) returnToTogether(sitting);
  }, [sitting]);
  useEffect(() => {
    if (isTogether) document.documentElement.setAttribute('data-mode', 'together');
    return () => {
      document.documentElement.removeAttribute('data-mode');
    };
  }, [isTogether]);

  return (
    <FrameModeContext value={isTogether ? 'together' : 'full'}>
      <div className={`${styles.frame} ${isTogether ? styles.together : ''}`}>
        {isTogether ? null : (
          <>
            <button
              type="button"
              className={styles.skip}
              onClick={() => document.getElementById('main')?.focus()}
            >
              {t('frame.skip')}
            </button>
            <div className={styles.top}>
              <Button isExpanded={isNavOpen} onPress={() => setNavOpen(!isNavOpen)}>
                {t(isNavOpen ? 'frame.nav.close' : 'frame.nav.open')}
              </Button>
              <Row>
                <Button onPress={() => void lock.run()}>{t('frame.lock')}</Button>
                <Button onPress={() => void hide.run()}>{t('frame.hide')}</Button>
              </Row>
            </div>
            <Navigation
              isOpen={isNavOpen}
              onGo={() => setNavOpen(false)}
              onLock={() => void lock.run()}
              onHide={() => void hide.run()}
            />
          </>
        )}
        <div className={styles.body}>
          {props.status.tryOut ? <p className={styles.banner}>{t('frame.tryOut')}</p> : null}
          <div className={styles.notices}>
            <FailureNotice error={lock.error ?? hide.error} />
            {props.status.rolledBack ? <Notice tone="caution">{t('frame.rolledBack')}</Notice> : null}
            {props.status.restored ? <Notice tone="caution">{t('frame.restored')}</Notice> : null}
            <UnsavedNotice />
          </div>
          <main id="main" className={styles.main} tabIndex={-1}>
            <PlaceView />
          </main>
          <Toasts />
          <Footer />
        </div>
      </div>
      {Opened === null ? null : (
        <Suspense>
          <Opened onClose={() => setOpened(null)} />
        </Suspense>
      )}
      {isVeiled ? <Veil onReturn={lift} /> : null}
    </FrameModeContext>
  );
}

/** The vault thread knows whether two people sit at this laptop; the window follows, whatever became of its history. */
function useTogetherAsInVault(): void {
  const session = useCall('sessions.together', {}).value?.session;
  useEffect(() => {
    if (session === undefined) return;
    if (session === null) {
      release();
      return;
    }
    go('session', { id: session });
    confine();
  }, [session]);
}

/** Words that could not be saved, also those of a page that is no longer on the screen. */
function UnsavedNotice() {
  const { t } = useText();
  const failure = useSaveFailure();
  if (failure === null) return null;
  return (
    <Notice tone="error" action={<Button onPress={() => void flushAll(0)}>{t('common.save')}</Button>}>
      {t(failure === 'disk_full' ? 'common.saved.failed' : 'common.saved.failedOther')}
    </Notice>
  );
}
