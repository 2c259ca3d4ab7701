import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useCall, useEvent } from './api.ts';
import { forgetAll } from './autosave.ts';
import { VaultDoor } from './features/vault/VaultDoor.tsx';
import { Frame } from './frame/Frame.tsx';
import { lockNow } from './frame/lock.ts';
import { usePreferencesShown } from './frame/preferences.ts';
import { useText } from './i18n.ts';
import { resetNavigation } from './navigation.ts';
import { FailureNotice, Waiting } from './ui/index.ts';
import { clearToasts } from './ui/Toasts.tsx';

/** The whole window: the door while the vault is not open, the frame while it is. */
export function App() {
  const { language } = useText();
  const status = useCall('vault.status', {});
  const preferences = useCall('preferences.get', {});
  usePreferencesShown(preferences.value);
  /** Creating and recovering open the vault, but the recovery code has to be written down before anything else shows. */
  const [isAtDoor, setAtDoor] = useState(false);

  useEvent('flush', () => void lockNow().catch(() => undefined));
  useEvent('locked', () => {
    forgetAll();
    // A message may name what was just removed.
    clearToasts();
    resetNavigation();
    status.reload();
  });

  const isLocked = status.value !== undefined && status.value.state !== 'open';
  useEffect(() => {
    if (isLocked) setAtDoor(true);
  }, [isLocked]);

  return (
    <I18nProvider locale={language}>
      {status.value === undefined || preferences.value === undefined ? (
        status.error === null && preferences.error === null ? (
          <Waiting />
        ) : (
          <FailureNotice error={status.error ?? preferences.error} onRetry={status.reload} />
        )
      ) : isLocked || isAtDoor || status.value.recoveryCode !== null || status.value.linking ? (
        <VaultDoor
          status={status.value}
          onOpened={() => {
            resetNavigation();
            setAtDoor(false);
          }}
        />
      ) : (
        <Frame status={status.value} lockAfterMinutes={preferences.value.lockAfterMinutes} />
      )}
    </I18nProvider>
  );
}
