import { type FormEvent, useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Disclosure,
  FailureNotice,
  isChosen,
  NewPassphrase,
  noPassphrase,
  Page,
  Row,
  Stack,
  TextField,
} from '../../ui/index.ts';
import { FolderChoice } from './FolderChoice.tsx';
import styles from './VaultDoor.module.css';

/** The first screen of a fresh machine. The recovery code comes right after, through `onCreated`. */
export function CreateVault(props: {
  folder: string;
  onCreated: (recoveryCode: string) => void;
  onRestore: () => void;
  onLink: () => void;
}) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const [folder, setFolder] = useState<string | null>(null);
  const [backupFolder, setBackupFolder] = useState<string | null>(null);
  const create = useAction(async () => {
    const made = await call('vault.create', {
      name: name.trim(),
      passphrase: chosen.passphrase,
      folder,
      backupFolder,
    });
    props.onCreated(made.recoveryCode);
  });
  const isReady = name.trim() !== '' && isChosen(chosen);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isReady) void create.run();
  }

  return (
    <Page title={t('vault.create.title')} lead={t('vault.create.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('vault.create.name')}
          description={t('vault.create.name.help')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={200}
          isRequired
          error={isTried && name.trim() === '' ? t('vault.create.name.missing') : null}
        />
        <NewPassphrase
          label={t('vault.create.passphrase')}
          value={chosen}
          onChange={setChosen}
          name={name.trim()}
          isTried={isTried}
        />
        <Disclosure title={t('vault.create.where')} level={2}>
          <Stack>
            <FolderChoice
              purpose="vault"
              label={t('vault.create.folder')}
              help={t('vault.create.folder.help')}
              chooseLabel={t('vault.create.choose.vault')}
              usual={props.folder}
              value={folder}
              onChange={setFolder}
            />
            <FolderChoice
              purpose="backup"
              label={t('vault.create.backups')}
              help={t('vault.create.backups.help')}
              chooseLabel={t('vault.create.choose.backups')}
              usual={t('vault.create.backups.default')}
              value={backupFolder}
              onChange={setBackupFolder}
            />
          </Stack>
        </Disclosure>
        <section aria-labelledby="protects">
          <Stack gap="close">
            <h2 id="protects">{t('vault.create.protects.title')}</h2>
            <p>{t('vault.create.protects.1')}</p>
            <p>{t('vault.create.protects.2')}</p>
            <p>{t('vault.create.protects.3')}</p>
          </Stack>
        </section>
        <FailureNotice error={create.error} />
        <Row>
          <Button kind="primary" type="submit" isBusy={create.busy}>
            {t('vault.create.submit')}
          </Button>
          <Button kind="plain" onPress={props.onRestore}>
            {t('vault.create.restore')}
          </Button>
          <Button kind="plain" onPress={props.onLink}>
            {t('devices.link.offer')}
          </Button>
        </Row>
      </form>
    </Page>
  );
}
