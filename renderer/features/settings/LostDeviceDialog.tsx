import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Stack, TextField, toast } from '../../ui/index.ts';
import type { Device } from './DeviceSettings.tsx';

/** Takes a computer off the list, after saying what that does and what it cannot do. */
export function LostDeviceDialog(props: { device: Device; name: string; onClose: () => void }) {
  const { t } = useText();
  const [recoveryCode, setRecoveryCode] = useState('');
  const remove = useAction(async () => {
    await call('devices.remove', { id: props.device.id, recoveryCode });
    toast(t('devices.lost.done', { name: props.name }));
    props.onClose();
  });
  const isWrong = remove.error?.code === 'wrong_recovery_code';
  return (
    <Dialog
      title={t('devices.lost.title', { name: props.name })}
      onClose={props.onClose}
      buttons={
        <>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
          <Button
            kind="danger"
            onPress={() => {
              if (recoveryCode.trim() !== '') void remove.run();
            }}
            isBusy={remove.busy}
          >
            {t('devices.lost.confirm')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('devices.lost.does')}</p>
        <p>{t('devices.lost.doesNot')}</p>
        <TextField
          label={t('devices.recoveryCode')}
          description={t('vault.recover.code.help')}
          value={recoveryCode}
          onChange={setRecoveryCode}
          maxLength={200}
          autoFocus
          error={isWrong ? t('errors.wrong_recovery_code') : null}
        />
        {isWrong ? null : <FailureNotice error={remove.error} />}
      </Stack>
    </Dialog>
  );
}
