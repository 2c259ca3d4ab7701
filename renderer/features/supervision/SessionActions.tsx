import { useState } from 'react';
import { call, useAction, useCall } from '../../api.ts';
import { enterTogether } from '../../frame/mode.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Dialog, FailureNotice, Row } from '../../ui/index.ts';
import { QuietDialog } from './QuietTime.tsx';
import { useSession } from './sessionContext.ts';

/** Quiet, limits, one laptop, finish: what both may reach for at any moment. */
export function SessionActions(props: { open: string; onOpen: (place: string) => void }) {
  const { t } = useText();
  const { page, isSigned } = useSession();
  const [dialog, setDialog] = useState<'quiet' | 'limits' | 'together' | null>(null);
  const close = () => setDialog(null);
  function finish() {
    if (props.open !== 'beforeWeGo') props.onOpen('beforeWeGo');
    else go('pair', { id: page.space });
  }
  return (
    <Row>
      {isSigned ? null : <Button onPress={() => setDialog('quiet')}>{t('sessions.quiet.open')}</Button>}
      <Button onPress={() => setDialog('limits')}>{t('sessions.limits.open')}</Button>
      {page.together || isSigned ? null : (
        <Button onPress={() => setDialog('together')}>{t('sessions.together.open')}</Button>
      )}
      {isSigned || (page.together && props.open === 'beforeWeGo') ? null : (
        <Button onPress={finish}>{t('sessions.finish')}</Button>
      )}
      {dialog === 'quiet' ? <QuietDialog onClose={close} /> : null}
      {dialog === 'limits' ? <LimitsDialog onClose={close} /> : null}
      {dialog === 'together' ? <TogetherDialog onClose={close} /> : null}
    </Row>
  );
}

/** The same limits as at the foot of every page, for reading them out. */
function LimitsDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const { value } = useCall('settings.get', {});
  return (
    <Dialog
      title={t('frame.help')}
      onClose={props.onClose}
      buttons={<Button onPress={props.onClose}>{t('common.close')}</Button>}
    >
      <p>{value?.limits ?? t('help.default.limits')}</p>
      <p>{value?.routePast ?? t('help.default.routePast')}</p>
      <p>{value?.helpLine ?? t('help.default.helpLine')}</p>
    </Dialog>
  );
}

function TogetherDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const start = useAction(async () => {
    await call('sessions.enterTogether', { session: page.session });
    enterTogether();
    props.onClose();
  });
  return (
    <Dialog
      title={t('sessions.together.title')}
      onClose={props.onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => void start.run()} isBusy={start.busy}>
            {t('sessions.together.start')}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('sessions.together.what')}</p>
      <p>{t('sessions.together.typing')}</p>
      <FailureNotice error={start.error} />
    </Dialog>
  );
}
