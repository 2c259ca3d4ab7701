import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button } from '../../ui/index.ts';
import { DoorForm } from './DoorForm.tsx';

/** A fresh machine for somebody who has a journal on another one: it gets a passphrase of its own, and then it asks. */
export function LinkVault(props: { onBack: () => void }) {
  const { t } = useText();
  const begin = useAction((name: string, passphrase: string) =>
    call('vault.create', { name, passphrase, folder: null, backupFolder: null, link: true }),
  );
  return (
    <DoorForm
      title={t('devices.link.title')}
      lead={t('devices.link.lead')}
      first={{
        label: t('devices.link.computer'),
        help: t('devices.link.computer.help'),
        missing: t('devices.link.computer.missing'),
        maxLength: 60,
      }}
      action={begin}
      submitLabel={t('devices.link.submit')}
      ways={
        <Button kind="plain" onPress={props.onBack}>
          {t('devices.link.back')}
        </Button>
      }
    />
  );
}
