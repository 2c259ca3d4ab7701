import type { Standpoint } from '../../../shared/contract/noticing.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { KeptPage } from '../../kept/KeptPage.tsx';
import { Said } from '../../kept/Said.tsx';
import { useOpening } from '../../useOpening.ts';
import { Card, GoLink, Quiet, Stack } from '../../ui/index.ts';
import { StandpointForm } from './StandpointForm.tsx';
import { ToPage } from './ToPage.tsx';

/** Where I stand, what I assumed, what changed my mind: a private trail, oldest first. */
export function StandpointPage() {
  const { t } = useText();
  return (
    <KeptPage
      title={t('noticing.standpoint.title')}
      lead={t('noticing.standpoint.lead')}
      above={
        <GoLink to="moments" with={{}}>
          {t('noticing.back')}
        </GoLink>
      }
      add={t('noticing.standpoint.add')}
      empty={t('noticing.standpoint.empty')}
      list={useCall('standpoint.list', {})}
      form={(onDone) => <StandpointForm onDone={onDone} />}
      entry={(entry) => <Step key={entry.item} entry={entry} />}
      after={() => <Quiet small>{t('noticing.standpoint.toPage.help')}</Quiet>}
    />
  );
}

function Step({ entry }: { entry: Standpoint }) {
  const { t, formatDate } = useText();
  const editing = useOpening();
  if (editing.isOpen) return <StandpointForm entry={entry} onDone={editing.leave} />;
  const date = formatDate(entry.date);
  const { lookAgainOn, lookNow } = entry;
  return (
    <Card>
      <Stack gap="close">
        <h2>{date}</h2>
        <Said label={t('noticing.standpoint.field.stand')} text={entry.stand} />
        <Said label={t('noticing.standpoint.field.assumed')} text={entry.assumed} />
        <Said label={t('noticing.standpoint.field.about')} text={entry.about} />
        <Said label={t('noticing.standpoint.field.changedMyMind')} text={entry.changedMyMind} />
        {lookAgainOn === null ? null : (
          <p>
            {t(lookNow ? 'noticing.standpoint.lookNow' : 'noticing.standpoint.lookAgain', {
              date: formatDate(lookAgainOn),
            })}
          </p>
        )}
        <KeptButtons item={entry.item} what={date} takesFocus={editing.wasLeft} onEdit={editing.open} />
        <ToPage entry={entry} />
      </Stack>
    </Card>
  );
}
