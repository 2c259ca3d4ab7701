import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button } from '../../ui/index.ts';
import { DoorForm } from './DoorForm.tsx';

/** The way in without the passphrase: the code, a new passphrase, and then a new code. */
export function RecoverVault(props: { onBack: () => void; onRecovered: (recoveryCode: string) => void }) {
  const { t } = useText();
  const recover = useAction(async (recoveryCode: string, newPassphrase: string) => {
    const opened = await call('vault.recover', { recoveryCode, newPassphrase });
    props.onRecovered(opened.recoveryCode);
  });
  const isWrong = recover.error?.code === 'wrong_recovery_code';
  return (
    <DoorForm
      title={t('vault.recover.title')}
      lead={t('vault.recover.lead')}
      first={{
        label: t('vault.recover.code'),
        help: t('vault.recover.code.help'),
        missing: t('vault.recover.code.missing'),
        maxLength: 200,
        error: isWrong ? t('errors.wrong_recovery_code') : null,
      }}
      action={recover}
      hidesFailure={isWrong}
      submitLabel={t('vault.recover.submit')}
      ways={
        <Button kind="plain" onPress={props.onBack}>
          {t('common.back')}
        </Button>
      }
    />
  );
}
