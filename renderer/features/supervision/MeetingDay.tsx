import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, DateField, Dialog, FailureNotice, Quiet, Row } from '../../ui/index.ts';
import { useSession } from './sessionContext.ts';

/** The day of the session, for whoever set it up to change until both have signed. */
export function MeetingDay() {
  const { t, formatDate } = useText();
  const { page } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <Row>
      <Quiet>{t('sessions.date.is', { date: formatDate(page.date) })}</Quiet>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {t('sessions.date.change')}
      </Button>
      {isOpen ? <DayDialog onClose={() => setOpen(false)} /> : null}
    </Row>
  );
}

function DayDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const [date, setDate] = useState<string | null>(page.date);
  const save = useAction(async () => {
    if (date === null) return;
    await call('sessions.changeDate', { session: page.session, date });
    props.onClose();
  });
  return (
    <Dialog
      title={t('sessions.date.title')}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void save.run()}
            isBusy={save.busy}
            isDisabled={date === null}
          >
            {t('sessions.date.save')}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <DateField label={t('sessions.new.date')} value={date} onChange={setDate} />
      <Quiet>{t('sessions.date.help')}</Quiet>
      <FailureNotice error={save.error} />
    </Dialog>
  );
}
