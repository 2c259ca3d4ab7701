import type { Noticing } from '../../../shared/contract/noticing.ts';
import { isEmptyNoticing, shameDirections } from '../../../shared/model/noticing.ts';
import { todayDate, useText } from '../../i18n.ts';
import { DayField } from '../../kept/DayField.tsx';
import { KeptForm } from '../../kept/KeptForm.tsx';
import { KeptArea } from '../../kept/KeptText.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import { Disclosure, Several, Stack } from '../../ui/index.ts';

const folded = ['wished', 'reminds', 'habit'] as const;

/** What I noticed about myself: two questions in sight, the others folded. `entry` is an earlier one to change. */
export function NoticingForm(props: { entry?: Noticing; onDone: () => void }) {
  const { t } = useText();
  const { entry, onDone } = props;
  const record = useKeptRecord({
    method: 'noticing.save',
    item: entry?.item ?? null,
    initial: {
      date: entry?.date ?? todayDate(),
      setOff: entry?.setOff ?? '',
      did: entry?.did ?? '',
      went: entry?.went ?? [],
      wished: entry?.wished ?? '',
      reminds: entry?.reminds ?? '',
      habit: entry?.habit ?? '',
    },
    isEmpty: isEmptyNoticing,
    toInput: (item, draft) => ({ ...draft, item }),
  });
  const { draft, change } = record;
  const field = (key: 'setOff' | 'did' | (typeof folded)[number]) => (
    <KeptArea key={key} record={record} field={key} label={t(`noticing.field.${key}`)} />
  );
  return (
    <KeptForm
      title={t(entry === undefined ? 'noticing.form.title' : 'noticing.form.editTitle')}
      lead={t('noticing.form.lead')}
      item={entry?.item ?? null}
      isEmpty={isEmptyNoticing(draft)}
      record={record}
      onDone={onDone}
    >
      {field('setOff')}
      {field('did')}
      <DayField label={t('kept.date')} date={draft.date} onChange={(date) => change({ date })} />
      <Disclosure title={t('kept.more')} startsOpen={entry !== undefined && hasFolded(entry)}>
        <Stack>
          <Several
            label={t('noticing.field.went')}
            value={draft.went}
            onChange={(went) => change({ went })}
            options={shameDirections.map((value) => ({ value, label: t(`noticing.went.${value}`) }))}
          />
          {folded.map(field)}
        </Stack>
      </Disclosure>
    </KeptForm>
  );
}

function hasFolded(entry: Noticing): boolean {
  return entry.went.length > 0 || folded.some((key) => entry[key].trim() !== '');
}
