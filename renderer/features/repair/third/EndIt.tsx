import { useState } from 'react';
import { call, useAction } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { AlertDialog, Button, FailureNotice, Quiet, Row, Stack, toast } from '../../../ui/index.ts';

/** The way out, the same for each of the three: no reason is asked and none is told. */
export function EndIt({ space }: { space: string }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const end = useAction(async () => {
    await call('facilitations.end', { space });
    toast(t('third.end.done'));
    setAsking(false);
  });
  return (
    <Stack gap="close">
      <Row>
        <Button onPress={() => setAsking(true)}>{t('third.end.open')}</Button>
      </Row>
      <Quiet>{t('third.end.help')}</Quiet>
      {isAsking ? (
        <AlertDialog
          title={t('third.end.title')}
          confirmLabel={t('third.end.confirm')}
          onConfirm={() => void end.run()}
          onCancel={() => setAsking(false)}
          kind="primary"
          isBusy={end.busy}
        >
          <p>{t('third.end.help')}</p>
          <FailureNotice error={end.error} />
        </AlertDialog>
      ) : null}
    </Stack>
  );
}
