import { useState } from 'react';
import type { Standpoint } from '../../../shared/contract/noticing.ts';
import { isEmptyStandpoint } from '../../../shared/model/noticing.ts';
import { todayDate, useText } from '../../i18n.ts';
import { DayField } from '../../kept/DayField.tsx';
import { KeptForm } from '../../kept/KeptForm.tsx';
import { KeptArea, KeptLine } from '../../kept/KeptText.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import { DateField } from '../../ui/index.ts';

/** One step of the trail. `entry` is an earlier one to change, such as when something changed my mind. */
export function StandpointForm(props: { entry?: Standpoint; onDone: () => void }) {
  const { t } = useText();
  const { entry, onDone } = props;
  const record = useKeptRecord({
    method: 'standpoint.save',
    item: entry?.item ?? null,
    initial: {
      date: entry?.date ?? todayDate(),
      stand: entry?.stand ?? '',
      assumed: entry?.assumed ?? '',
      about: entry?.about ?? '',
      changedMyMind: entry?.changedMyMind ?? '',
      lookAgainOn: entry?.lookAgainOn ?? null,
    },
    isEmpty: isEmptyStandpoint,
    toInput: (item, draft) => ({ ...draft, item }),
  });
  const { draft, change } = record;
  /** A day before the step's own: shown with the reason, and not kept. */
  const [refused, setRefused] = useState<string | null>(null);
  const area = (key: 'stand' | 'assumed' | 'changedMyMind') => (
    <KeptArea
      record={record}
      field={key}
      label={t(`noticing.standpoint.field.${key}`)}
      {...(key === 'stand' ? { description: t('noticing.standpoint.field.stand.help') } : {})}
    />
  );
  return (
    <KeptForm
      title={t(entry === undefined ? 'noticing.standpoint.form.title' : 'noticing.standpoint.form.editTitle')}
      lead={t('noticing.form.lead')}
      item={entry?.item ?? null}
      isEmpty={isEmptyStandpoint(draft)}
      record={record}
      onDone={onDone}
    >
      {area('stand')}
      {area('assumed')}
      <KeptLine
        record={record}
        field="about"
        label={t('noticing.standpoint.field.about')}
        description={t('kept.codes')}
        maxLength={200}
      />
      {area('changedMyMind')}
      <DayField
        label={t('kept.date')}
        date={draft.date}
        onChange={(date) =>
          change({
            date,
            lookAgainOn: draft.lookAgainOn !== null && draft.lookAgainOn < date ? null : draft.lookAgainOn,
          })
        }
      />
      <DateField
        label={t('noticing.standpoint.field.lookAgainOn')}
        optional
        value={refused ?? draft.lookAgainOn}
        min={draft.date}
        error={refused === null ? null : t('errors.dates_out_of_order')}
        onChange={(date) => {
          const isBefore = date !== null && date < draft.date;
          setRefused(isBefore ? date : null);
          if (!isBefore) change({ lookAgainOn: date });
        }}
      />
    </KeptForm>
  );
}
