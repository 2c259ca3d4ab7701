import type { OwnStrength } from '../../../shared/contract/strengths.ts';
import { isEmptyStrength, strengthKinds } from '../../../shared/model/strength.ts';
import { todayDate, useText } from '../../i18n.ts';
import { DayField } from '../../kept/DayField.tsx';
import { KeptForm } from '../../kept/KeptForm.tsx';
import { KeptArea, KeptLine } from '../../kept/KeptText.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import { Choices } from '../../ui/index.ts';
import { useOwnKind } from './ownKind.ts';

/** Something I saw go well, for myself. `entry` is an earlier one to change. */
export function OwnStrengthForm(props: { entry?: OwnStrength; onDone: () => void }) {
  const { t } = useText();
  const ownKind = useOwnKind();
  const { entry, onDone } = props;
  const record = useKeptRecord({
    method: 'ownStrengths.save',
    item: entry?.item ?? null,
    initial: {
      what: entry?.what ?? null,
      date: entry?.date ?? todayDate(),
      about: entry?.about ?? '',
      text: entry?.text ?? '',
      effect: entry?.effect ?? '',
    },
    isEmpty: isEmptyStrength,
    toInput: (item, draft) => ({ ...draft, item }),
  });
  const { draft, change } = record;
  return (
    <KeptForm
      title={t(entry === undefined ? 'strengths.own.form.title' : 'strengths.own.form.editTitle')}
      item={entry?.item ?? null}
      isEmpty={isEmptyStrength(draft)}
      record={record}
      onDone={onDone}
    >
      {(['text', 'effect'] as const).map((key) => (
        <KeptArea key={key} record={record} field={key} label={t(`strengths.own.${key}`)} />
      ))}
      <KeptLine
        record={record}
        field="about"
        label={t('strengths.own.about')}
        description={t('kept.codes')}
        maxLength={200}
      />
      <Choices
        label={t('strengths.own.what')}
        value={draft.what}
        onChange={(what) => change({ what })}
        options={strengthKinds.map((value) => ({ value, label: ownKind(value) }))}
        clear={{ label: t('strengths.own.notSaid'), onClear: () => change({ what: null }) }}
      />
      <DayField label={t('kept.date')} date={draft.date} onChange={(date) => change({ date })} />
    </KeptForm>
  );
}
