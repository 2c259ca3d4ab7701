import type { LearningEntry } from '../../../shared/contract/learning.ts';
import { isEmptyLearning, learningTypes } from '../../../shared/model/learning.ts';
import { todayDate, useText } from '../../i18n.ts';
import { DayField } from '../../kept/DayField.tsx';
import { KeptForm } from '../../kept/KeptForm.tsx';
import { KeptArea, KeptLine } from '../../kept/KeptText.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import { Button, Disclosure, Row, Select, Stack } from '../../ui/index.ts';
import { HoursField } from './HoursField.tsx';

/** Something learned. `entry` is an earlier one to change. */
export function LearningForm(props: { entry?: LearningEntry; onDone: () => void }) {
  const { t } = useText();
  const { entry, onDone } = props;
  const record = useKeptRecord({
    method: 'learning.save',
    item: entry?.item ?? null,
    initial: {
      type: entry?.type ?? null,
      date: entry?.date ?? todayDate(),
      hours: entry?.hours ?? null,
      what: entry?.what ?? '',
      changed: entry?.changed ?? '',
      withWhom: entry?.withWhom ?? '',
      taughtBy: entry?.taughtBy ?? '',
    },
    isEmpty: isEmptyLearning,
    toInput: (item, draft) => ({ ...draft, item }),
  });
  const { draft, change } = record;
  const area = (key: 'what' | 'changed') => (
    <KeptArea record={record} field={key} label={t(`learning.field.${key}`)} />
  );
  const line = (key: 'withWhom' | 'taughtBy') => (
    <KeptLine
      record={record}
      field={key}
      label={t(`learning.field.${key}`)}
      description={t('kept.codes')}
      maxLength={500}
    />
  );
  return (
    <KeptForm
      title={t(entry === undefined ? 'learning.form.title' : 'learning.form.editTitle')}
      lead={t('learning.form.lead')}
      item={entry?.item ?? null}
      isEmpty={isEmptyLearning(draft)}
      record={record}
      onDone={onDone}
    >
      <Select
        label={t('learning.field.type')}
        value={draft.type}
        placeholder={t('learning.type.choose')}
        onChange={(type) => change({ type })}
        options={learningTypes.map((value) => ({ value, label: t(`learning.type.${value}`) }))}
      />
      {draft.type === null ? null : (
        <Row>
          <Button kind="plain" onPress={() => change({ type: null })}>
            {t('learning.type.clear')}
          </Button>
        </Row>
      )}
      <DayField label={t('learning.field.date')} date={draft.date} onChange={(date) => change({ date })} />
      <HoursField value={draft.hours} onChange={(hours) => change({ hours })} />
      {area('what')}
      {area('changed')}
      <Disclosure
        title={t('kept.more')}
        startsOpen={entry !== undefined && `${entry.withWhom}${entry.taughtBy}`.trim() !== ''}
      >
        <Stack>
          {line('withWhom')}
          {line('taughtBy')}
        </Stack>
      </Disclosure>
    </KeptForm>
  );
}
