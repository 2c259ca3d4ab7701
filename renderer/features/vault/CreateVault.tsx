import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, Stack } from '../../ui/index.ts';
import { DoorForm } from './DoorForm.tsx';
import { FolderChoice } from './FolderChoice.tsx';

/** The first screen of a fresh machine. The recovery code comes right after, through `onCreated`. */
export function CreateVault(props: {
  folder: string;
  onCreated: (recoveryCode: string) => void;
  onRestore: () => void;
  onLink: () => void;
}) {
  const { t } = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const [backupFolder, setBackupFolder] = useState<string | null>(null);
  const create = useAction(async (name: string, passphrase: string) => {
    const made = await call('vault.create', { name, passphrase, folder, backupFolder });
    props.onCreated(made.recoveryCode);
  });
  return (
    <DoorForm
      title={t('vault.create.title')}
      lead={t('vault.create.lead')}
      first={{
        label: t('vault.create.name'),
        help: t('vault.create.name.help'),
        missing: t('vault.create.name.missing'),
        maxLength: 200,
        autoComplete: 'name',
      }}
      isName
      action={create}
      submitLabel={t('vault.create.submit')}
      ways={
        <>
          <Button kind="plain" onPress={props.onRestore}>
            {t('vault.create.restore')}
          </Button>
          <Button kind="plain" onPress={props.onLink}>
            {t('devices.link.offer')}
          </Button>
        </>
      }
    >
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
    </DoorForm>
  );
}
