import { useState } from 'react';
import type { LearningEntry } from '../../../shared/contract/learning.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { KeptPage } from '../../kept/KeptPage.tsx';
import { Said } from '../../kept/Said.tsx';
import { useOpening } from '../../useOpening.ts';
import { Button, Card, GoLink, Stack } from '../../ui/index.ts';
import { HoursTable } from './HoursTable.tsx';
import { LearningFile } from './LearningFile.tsx';
import { LearningForm } from './LearningForm.tsx';

/** The learning log of one person, newest first, with plain sums for themselves and a way to take it along. */
export function LearningPage() {
  const { t } = useText();
  const [isSaving, setSaving] = useState(false);
  return (
    <KeptPage
      title={t('learning.title')}
      lead={t('learning.lead')}
      above={
        <GoLink to="year" with={{}}>
          {t('learning.back')}
        </GoLink>
      }
      add={t('learning.add')}
      empty={t('learning.empty')}
      list={useCall('learning.list', {})}
      form={(onDone) => <LearningForm onDone={onDone} />}
      entry={(entry) => <Entry key={entry.item} entry={entry} />}
      beside={<Button onPress={() => setSaving(true)}>{t('learning.file.open')}</Button>}
      after={(entries) => (
        <>
          <HoursTable entries={entries} />
          {isSaving ? <LearningFile entries={entries} onClose={() => setSaving(false)} /> : null}
        </>
      )}
    />
  );
}

function Entry({ entry }: { entry: LearningEntry }) {
  const { t, formatDate, formatNumber } = useText();
  const editing = useOpening();
  if (editing.isOpen) return <LearningForm entry={entry} onDone={editing.leave} />;
  const { type, hours, withWhom, taughtBy } = entry;
  const title = [
    formatDate(entry.date),
    ...(type === null ? [] : [t(`learning.type.${type}`)]),
    ...(hours === null ? [] : [t('learning.entry.hours', { hours: formatNumber(hours) })]),
  ].join(' · ');
  return (
    <Card>
      <Stack gap="close">
        <h2>{title}</h2>
        <Said label={t('learning.field.what')} text={entry.what} />
        <Said label={t('learning.field.changed')} text={entry.changed} />
        {withWhom.trim() === '' ? null : <p>{t('learning.entry.withWhom', { who: withWhom })}</p>}
        {taughtBy.trim() === '' ? null : <p>{t('learning.entry.taughtBy', { who: taughtBy })}</p>}
        <KeptButtons item={entry.item} what={title} takesFocus={editing.wasLeft} onEdit={editing.open} />
      </Stack>
    </Card>
  );
}
