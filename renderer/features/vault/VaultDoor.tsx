import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { FooterTexts } from '../../frame/Footer.tsx';
import { useText } from '../../i18n.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { CreateVault } from './CreateVault.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LinkVault } from './LinkVault.tsx';
import { LinkWaiting } from './LinkWaiting.tsx';
import { RecoverVault } from './RecoverVault.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { RestoreVault } from './RestoreVault.tsx';
import { UnlockVault } from './UnlockVault.tsx';
import styles from './VaultDoor.module.css';

type Step = 'door' | 'recover' | 'restore' | 'link';

/** Everything before the vault is open: make one, unlock it, or find a way back in. */
export function VaultDoor(props: { status: Output<'vault.status'>; onOpened: () => void }) {
  const { t } = useText();
  const [step, setStep] = useState<Step>('door');
  const [newCode, setRecoveryCode] = useState<string | null>(null);
  // A window that closed before the code was written down shows it again.
  const recoveryCode = newCode ?? props.status.recoveryCode;
  const [restoredMessage, setRestoredMessage] = useState<string | null>(null);
  // Making and recovering open the vault before their answer is here: the door stays as it was until then.
  const { state } = props.status;
  const [closedAs, setClosedAs] = useState(state);
  useEffect(() => {
    if (state !== 'open') setClosedAs(state);
  }, [state]);

  return (
    <div className={styles.door}>
      {props.status.tryOut ? <p className={styles.banner}>{t('frame.tryOut')}</p> : null}
      <header className={styles.head}>
        <p className={styles.name}>{t('frame.app')}</p>
        <LanguageSwitch />
      </header>
      <main className={styles.main} id="main">
        {recoveryCode !== null ? (
          <RecoveryCode code={recoveryCode} onDone={props.onOpened} />
        ) : props.status.linking ? (
          <LinkWaiting onTaken={setRecoveryCode} onGivenUp={() => setStep('door')} />
        ) : step === 'link' ? (
          <LinkVault onBack={() => setStep('door')} />
        ) : step === 'restore' ? (
          <RestoreVault
            onBack={() => setStep('door')}
            onRestored={(message) => {
              setRestoredMessage(message);
              setStep('door');
            }}
          />
        ) : step === 'recover' ? (
          <RecoverVault onBack={() => setStep('door')} onRecovered={setRecoveryCode} />
        ) : closedAs === 'none' ? (
          <CreateVault
            folder={props.status.folder}
            onCreated={setRecoveryCode}
            onRestore={() => setStep('restore')}
            onLink={() => setStep('link')}
          />
        ) : (
          <UnlockVault
            message={restoredMessage}
            onUnlocked={props.onOpened}
            onRecover={() => setStep('recover')}
            onRestore={() => setStep('restore')}
          />
        )}
      </main>
      <Toasts />
      <FooterTexts helpLine={null} limits={null} routePast={null} />
    </div>
  );
}
