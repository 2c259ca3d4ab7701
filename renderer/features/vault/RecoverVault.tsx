import { type FormEvent, useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  FailureNotice,
  isChosen,
  NewPassphrase,
  noPassphrase,
  Page,
  Row,
  TextField,
} from '../../ui/index.ts';
import styles from './VaultDoor.module.css';

/** The way in without the passphrase: the code, a new passphrase, and then a new code. */
export function RecoverVault(props: { onBack: () => void; onRecovered: (recoveryCode: string) => void }) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const recover = useAction(async () => {
    const opened = await call('vault.recover', { recoveryCode: code, newPassphrase: chosen.passphrase });
    props.onRecovered(opened.recoveryCode);
  });
  const isWrong = recover.error?.code === 'wrong_recovery_code';
  const isReady = code.trim() !== '' && isChosen(chosen);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isReady) void recover.run();
  }

  function codeError(): string | null {
    if (isTried && code.trim() === '') return t('vault.recover.code.missing');
    return isWrong ? t('errors.wrong_recovery_code') : null;
  }

  return (
    <Page title={t('vault.recover.title')} lead={t('vault.recover.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('vault.recover.code')}
          description={t('vault.recover.code.help')}
          value={code}
          onChange={setCode}
          maxLength={200}
          isRequired
          error={codeError()}
        />
        <NewPassphrase
          label={t('vault.create.passphrase')}
          value={chosen}
          onChange={setChosen}
          isTried={isTried}
        />
        {isWrong ? null : <FailureNotice error={recover.error} />}
        <Row>
          <Button kind="primary" type="submit" isBusy={recover.busy}>
            {t('vault.recover.submit')}
          </Button>
          <Button kind="plain" onPress={props.onBack}>
            {t('common.back')}
          </Button>
        </Row>
      </form>
    </Page>
  );
}
