import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { AlertDialog, Button, Checkbox, FailureNotice, Row, Stack, toast } from '../../ui/index.ts';

/** Out of a circle for good, with what was shown left there or taken back. */
export function LeaveCircle({ space }: { space: string }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const [takeBack, setTakeBack] = useState(false);
  const leave = useAction(async () => {
    await call('circles.leave', { space, takeBack });
    toast(t('circles.leave.done'));
    setAsking(false);
  });
  return (
    <Stack gap="close">
      <p>{t('circles.leave.text')}</p>
      <Row>
        <Button onPress={() => setAsking(true)}>{t('circles.leave.open')}</Button>
      </Row>
      {isAsking ? (
        <AlertDialog
          title={t('circles.leave.title')}
          confirmLabel={t('circles.leave.confirm')}
          onConfirm={() => void leave.run()}
          onCancel={() => setAsking(false)}
          isBusy={leave.busy}
        >
          <Stack>
            <p>{t('circles.leave.text')}</p>
            <Checkbox isSelected={takeBack} onChange={setTakeBack} description={t('circles.leave.help')}>
              {t('circles.leave.takeBack')}
            </Checkbox>
            <FailureNotice error={leave.error} />
          </Stack>
        </AlertDialog>
      ) : null}
    </Stack>
  );
}
