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

/** A fresh machine for somebody who has a journal on another one: it gets a passphrase of its own, and then it asks. */
export function LinkVault(props: { onBack: () => void }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const begin = useAction(() =>
    call('vault.create', {
      name: name.trim(),
      passphrase: chosen.passphrase,
      folder: null,
      backupFolder: null,
      link: true,
    }),
  );
  const isReady = name.trim() !== '' && isChosen(chosen);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isReady) void begin.run();
  }

  return (
    <Page title={t('devices.link.title')} lead={t('devices.link.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('devices.link.computer')}
          description={t('devices.link.computer.help')}
          value={name}
          onChange={setName}
          maxLength={60}
          isRequired
          error={isTried && name.trim() === '' ? t('devices.link.computer.missing') : null}
        />
        <NewPassphrase
          label={t('vault.create.passphrase')}
          value={chosen}
          onChange={setChosen}
          isTried={isTried}
        />
        <FailureNotice error={begin.error} />
        <Row>
          <Button kind="primary" type="submit" isBusy={begin.busy}>
            {t('devices.link.submit')}
          </Button>
          <Button kind="plain" onPress={props.onBack}>
            {t('devices.link.back')}
          </Button>
        </Row>
      </form>
    </Page>
  );
}
