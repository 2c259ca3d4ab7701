import { useState } from 'react';
import type { LearningEntry } from '../../../shared/contract/learning.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { Said } from '../../kept/Said.tsx';
import { useOpening } from '../../useOpening.ts';
import { Button, Card, EmptyState, GoLink, Loaded, Page, Row, Stack } from '../../ui/index.ts';
import { HoursTable } from './HoursTable.tsx';
import { LearningFile } from './LearningFile.tsx';
import { LearningForm } from './LearningForm.tsx';

/** The learning log of one person, newest first, with plain sums for themselves and a way to take it along. */
export function LearningPage() {
  const { t } = useText();
  const list = useCall('learning.list', {});
  const adding = useOpening();
  const [isSaving, setSaving] = useState(false);
  return (
    <Page
      title={t('learning.title')}
      lead={t('learning.lead')}
      above={
        <GoLink to="year" with={{}}>
          {t('learning.back')}
        </GoLink>
      }
    >
      {adding.isOpen ? (
        <LearningForm onDone={adding.leave} />
      ) : (
        <Loaded call={list}>
          {({ entries }) => (
            <Stack gap="loose">
              <Row>
                <Button kind="primary" autoFocus={adding.wasLeft} onPress={adding.open}>
                  {t('learning.add')}
                </Button>
                {entries.length === 0 ? null : (
                  <Button onPress={() => setSaving(true)}>{t('learning.file.open')}</Button>
                )}
              </Row>
              {entries.length === 0 ? (
                <EmptyState>
                  <p>{t('learning.empty')}</p>
                </EmptyState>
              ) : (
                <Stack>
                  {entries.map((entry) => (
                    <Entry key={entry.item} entry={entry} />
                  ))}
                </Stack>
              )}
              <HoursTable entries={entries} />
              {isSaving ? <LearningFile entries={entries} onClose={() => setSaving(false)} /> : null}
            </Stack>
          )}
        </Loaded>
      )}
    </Page>
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
