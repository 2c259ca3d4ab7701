import type { Noticing } from '../../../shared/contract/noticing.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { KeptPage } from '../../kept/KeptPage.tsx';
import { Said } from '../../kept/Said.tsx';
import { useOpening } from '../../useOpening.ts';
import { Card, GoLink, Quiet, Stack } from '../../ui/index.ts';
import { NoticingForm } from './NoticingForm.tsx';

/** Noticing myself: a private log, newest first. Nothing here is sent, counted or compared. */
export function NoticingPage() {
  const { t } = useText();
  return (
    <KeptPage
      title={t('noticing.title')}
      lead={t('noticing.lead')}
      above={
        <GoLink to="moments" with={{}}>
          {t('noticing.back')}
        </GoLink>
      }
      add={t('noticing.add')}
      empty={t('noticing.empty')}
      list={useCall('noticing.list', {})}
      form={(onDone) => <NoticingForm onDone={onDone} />}
      entry={(entry) => <Entry key={entry.item} entry={entry} />}
    />
  );
}

function Entry({ entry }: { entry: Noticing }) {
  const { t, formatDate } = useText();
  const editing = useOpening();
  if (editing.isOpen) return <NoticingForm entry={entry} onDone={editing.leave} />;
  const date = formatDate(entry.date);
  return (
    <Card>
      <Stack gap="close">
        <h2>{date}</h2>
        <Said label={t('noticing.field.setOff')} text={entry.setOff} />
        <Said label={t('noticing.field.did')} text={entry.did} />
        {entry.went.length === 0 ? null : (
          <div>
            <Quiet small>{t('noticing.field.went')}</Quiet>
            {entry.went.map((direction) => (
              <p key={direction}>{t(`noticing.went.${direction}`)}</p>
            ))}
          </div>
        )}
        <Said label={t('noticing.field.wished')} text={entry.wished} />
        <Said label={t('noticing.field.reminds')} text={entry.reminds} />
        <Said label={t('noticing.field.habit')} text={entry.habit} />
        <KeptButtons item={entry.item} what={date} takesFocus={editing.wasLeft} onEdit={editing.open} />
      </Stack>
    </Card>
  );
}
