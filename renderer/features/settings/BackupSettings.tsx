import { errorCodes, type ErrorCode } from '../../../shared/result.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Disclosure,
  FailureNotice,
  Loaded,
  Notice,
  Quiet,
  Row,
  Stack,
  Table,
  toast,
} from '../../ui/index.ts';

/** Whether backups work, where they are, and one made now. A failure is said here and never stands in the way. */
export function BackupSettings() {
  const { t, formatDate, formatTime, formatNumber } = useText();
  const state = useCall('backups.state', {});
  const list = useCall('backups.list', { folder: null });
  const make = useAction(async () => {
    await call('backups.make', {});
    toast(t('settings.backups.made'));
  });
  const move = useAction(async () => {
    const { folder } = await call('vault.chooseFolder', { purpose: 'backup' });
    if (folder === null) return;
    await call('backups.setFolder', { folder });
    toast(t('settings.backups.folder.changed'));
  });

  function whenOf(at: string): string {
    return t('vault.backupDate', { day: formatDate(at), time: formatTime(at) });
  }

  return (
    <Card title={t('settings.backups.title')}>
      <Quiet>{t('settings.backups.help')}</Quiet>
      <Loaded call={state}>
        {({ folder, lastAt, failure }) => (
          <Stack gap="close">
            <p>{t('settings.backups.folder', { folder })}</p>
            <p>
              {lastAt === null
                ? t('settings.backups.none')
                : t('settings.backups.last', { when: whenOf(lastAt) })}
            </p>
            {failure === null ? null : (
              <Notice tone="caution">
                {t('settings.backups.failed', { reason: t(`errors.${asErrorCode(failure)}`) })}
              </Notice>
            )}
          </Stack>
        )}
      </Loaded>
      <FailureNotice error={make.error ?? move.error} />
      <Row>
        <Button onPress={() => void make.run()} isBusy={make.busy}>
          {t('settings.backups.make')}
        </Button>
        <Button onPress={() => void move.run()}>{t('settings.backups.folder.choose')}</Button>
      </Row>
      <Disclosure title={t('settings.backups.list')}>
        <Loaded call={list}>
          {({ backups }) => (
            <Table
              caption={t('settings.backups.list')}
              hideCaption
              rows={backups}
              rowKey={(backup) => backup.folder}
              columns={[
                { key: 'when', title: t('settings.backups.when'), cell: (backup) => whenOf(backup.at) },
                {
                  key: 'size',
                  title: t('settings.backups.size'),
                  cell: (backup) =>
                    t('vault.restore.size', {
                      size: formatNumber(backup.bytes / 1_000_000, { maximumFractionDigits: 1 }),
                    }),
                },
              ]}
            />
          )}
        </Loaded>
        <Quiet>{t('settings.backups.restore')}</Quiet>
      </Disclosure>
    </Card>
  );
}

/** The state holds a code of this version or of one that is newer. */
function asErrorCode(failure: string): ErrorCode {
  return errorCodes.find((code) => code === failure) ?? 'unexpected';
}
