import { type FormEvent, useRef, useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Notice, Page, PassphraseField, Row } from '../../ui/index.ts';
import styles from './VaultDoor.module.css';

/** One field with the cursor in it. What is wrong is said below it, with what to do. */
export function UnlockVault(props: {
  /** Said above the field after a restore. */
  message: string | null;
  onUnlocked: () => void;
  onRecover: () => void;
  onRestore: () => void;
}) {
  const { t } = useText();
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const unlock = useAction(async () => {
    try {
      await call('vault.unlock', { passphrase });
    } catch (failure) {
      field.current?.select();
      throw failure;
    }
    props.onUnlocked();
  });
  const isWrong = unlock.error?.code === 'wrong_passphrase';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (passphrase !== '') void unlock.run();
  }

  return (
    <Page title={t('vault.unlock.title')} lead={t('vault.unlock.lead')} focusTitle={false}>
      {props.message === null ? null : <Notice>{props.message}</Notice>}
      <form className={styles.form} onSubmit={submit}>
        <PassphraseField
          label={t('vault.unlock.passphrase')}
          purpose="current"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          ref={field}
          error={isWrong ? t('errors.wrong_passphrase') : null}
        />
        {isWrong ? null : <FailureNotice error={unlock.error} />}
        <Row>
          <Button kind="primary" type="submit" isBusy={unlock.busy}>
            {t('vault.unlock.submit')}
          </Button>
          <Button kind="plain" onPress={props.onRecover}>
            {t('vault.unlock.recover')}
          </Button>
          <Button kind="plain" onPress={props.onRestore}>
            {t('vault.unlock.restore')}
          </Button>
        </Row>
      </form>
    </Page>
  );
}
