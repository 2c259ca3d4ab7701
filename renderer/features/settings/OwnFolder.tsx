import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Notice, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './DeviceSettings.module.css';

/** The one folder that private pages travel through, between a person's own computers. */
export function OwnFolder(props: Pick<Output<'devices.list'>, 'folder' | 'state'>) {
  const { t } = useText();
  const { folder, state } = props;
  const choose = useAction(async () => {
    const chosen = await call('vault.chooseFolder', { purpose: 'own' });
    if (chosen.folder !== null) await call('devices.setFolder', { folder: chosen.folder });
  });
  return (
    <Stack gap="close">
      <p className={styles.path}>
        {folder === null ? t('devices.folder.none') : t('devices.folder.is', { folder })}
      </p>
      {state === 'ready' || state === 'noFolder' ? null : (
        <Notice tone={state === 'fork' || state === 'notListed' ? 'error' : 'caution'}>
          {t(`devices.folder.${state}`)}
        </Notice>
      )}
      <Quiet>{t('devices.folder.help')}</Quiet>
      <Row>
        <Button onPress={() => void choose.run()} isBusy={choose.busy}>
          {t('devices.folder.choose')}
        </Button>
      </Row>
      <FailureNotice error={choose.error} />
    </Stack>
  );
}
