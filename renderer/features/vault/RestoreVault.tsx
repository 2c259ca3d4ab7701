import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  EmptyState,
  FailureNotice,
  Loaded,
  Page,
  Quiet,
  Row,
  Stack,
} from '../../ui/index.ts';
import styles from './VaultDoor.module.css';

type Backup = Output<'backups.list'>['backups'][number];

/** Back to a day: choose it, say yes once. The vault that is there is moved aside. */
export function RestoreVault(props: { onBack: () => void; onRestored: (message: string) => void }) {
  const { t, formatDate, formatTime, formatNumber } = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const [asked, setAsked] = useState<Backup | null>(null);
  const list = useCall('backups.list', { folder });
  const choose = useAction(async () => {
    const chosen = await call('vault.chooseFolder', { purpose: 'restore' });
    if (chosen.folder !== null) setFolder(chosen.folder);
  });
  const restore = useAction(async (backup: Backup) => {
    const { movedAside } = await call('backups.restore', { folder: backup.folder });
    const aside = movedAside === null ? '' : ` ${t('vault.restore.done.aside', { folder: movedAside })}`;
    props.onRestored(t('vault.restore.done') + aside);
  });

  function whenOf(backup: Backup): string {
    return t('vault.backupDate', { day: formatDate(backup.at), time: formatTime(backup.at) });
  }

  return (
    <Page title={t('vault.restore.title')} lead={t('vault.restore.lead')}>
      <Loaded call={list}>
        {(found) => (
          <Stack>
            <Quiet>{t('vault.restore.folder', { folder: found.folder })}</Quiet>
            {found.backups.length === 0 ? (
              <EmptyState>{t('vault.restore.none')}</EmptyState>
            ) : (
              <ul className={styles.list}>
                {found.backups.map((backup) => (
                  <li key={backup.folder}>
                    <span>
                      {whenOf(backup)} ·{' '}
                      {t('vault.restore.size', {
                        size: formatNumber(backup.bytes / 1_000_000, { maximumFractionDigits: 1 }),
                      })}
                    </span>
                    <Button onPress={() => setAsked(backup)}>{t('vault.restore.confirm')}</Button>
                  </li>
                ))}
              </ul>
            )}
          </Stack>
        )}
      </Loaded>
      <Quiet>{t('vault.restore.aside')}</Quiet>
      <FailureNotice error={choose.error ?? restore.error} />
      <Row>
        <Button onPress={() => void choose.run()}>{t('vault.restore.choose')}</Button>
        <Button kind="plain" onPress={props.onBack}>
          {t('common.back')}
        </Button>
      </Row>
      {asked === null ? null : (
        <AlertDialog
          title={t('vault.restore.confirm.title', { when: whenOf(asked) })}
          confirmLabel={t('vault.restore.confirm')}
          kind="primary"
          isBusy={restore.busy}
          onCancel={() => setAsked(null)}
          onConfirm={async () => {
            await restore.run(asked);
            setAsked(null);
          }}
        >
          <p>{t('vault.restore.confirm.body', { when: whenOf(asked) })}</p>
        </AlertDialog>
      )}
    </Page>
  );
}
