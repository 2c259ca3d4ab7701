import { useState } from 'react';
import {
  type ArrangementKey,
  type ArrangementsBody,
  arrangementGroups,
  arrangementKeys,
  type PairStandardBody,
} from '../../../shared/model/agreement.ts';
import { type Standard, standards } from '../../../shared/standards/index.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { standardOf } from '../../rhythmWords.ts';
import { Checkbox, DateField, Disclosure, Loaded, Quiet, Select, Stack, TextArea } from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { draftsOfKind, useAgreement } from './agreementContext.ts';
import { filledFrom } from './filledFrom.ts';
import { ShowBar } from './ShowBar.tsx';

const folded = ['meeting', 'record', 'safety', 'ground'] as const;
const nothingSaid: ArrangementsBody = { values: {}, reviewOn: null, policyRead: false };

/** My arrangements: what I wrote or showed before, else filled in from the pair's standard, all of it mine to change. */
export function ArrangementsForm({ onClose }: { onClose: () => void }) {
  const { page } = useAgreement();
  const standard = useCall('standards.get', { space: page.space });
  return <Loaded call={standard}>{({ view }) => <Form standing={view.standing} onClose={onClose} />}</Loaded>;
}

function Form({ standing, onClose }: { standing: PairStandardBody | null; onClose: () => void }) {
  const text = useText();
  const { t, language } = text;
  const { page } = useAgreement();
  const { agreement, view, me } = page;
  const [draft] = draftsOfKind(page, 'arrangements');
  const isFirstTime = draft === undefined && view.said.arrangements[me] === null;
  const published = standing === null ? null : standardOf(standing);
  const isNext = view.previous !== null;
  const [from, setFrom] = useState<string | null>(isFirstTime ? (published?.name[language] ?? null) : null);
  const [initial] = useState<ArrangementsBody>(
    draft?.body ??
      (isFirstTime
        ? filledFrom(text, nothingSaid, { published, standing, isNext })
        : shownArrangements(page)),
  );
  const writing = useDraft<'agreements.saveArrangements', ArrangementsBody>({
    key: `agreement:arrangements:${agreement}`,
    method: 'agreements.saveArrangements',
    initial,
    toInput: (value) => ({ agreement, ...value }),
  });
  const { value, change } = writing;
  function fill(standard: Standard) {
    setFrom(standard.name[language]);
    change(filledFrom(text, value, { published: standard, standing: null, isNext }));
  }
  // What was filled in stands in the boxes alone until something is changed or shown: then it has to be saved.
  const autosave = {
    ...writing.autosave,
    flush: async () => {
      if (isFirstTime && !writing.autosave.hasChanged) change({});
      return writing.autosave.flush();
    },
  };
  const box = (key: ArrangementKey) => (
    <TextArea
      key={key}
      label={t(`agreement.key.${key}`)}
      wide
      short
      value={value.values[key] ?? ''}
      onChange={(said) => change({ values: { ...value.values, [key]: said } })}
      maxLength={1_000}
    />
  );
  return (
    <Stack>
      {from === null ? (
        <Select
          label={t('agreement.arrangements.fill')}
          value={null}
          placeholder={t('agreement.arrangements.choose')}
          onChange={(id: string) => {
            const chosen = standards.find((one) => one.id === id);
            if (chosen !== undefined) fill(chosen);
          }}
          options={standards.map((one) => ({ value: one.id, label: one.name[language] }))}
        />
      ) : (
        <Quiet>{t('agreement.arrangements.filled', { name: from })}</Quiet>
      )}
      <h3>{t('agreement.group.basics')}</h3>
      {arrangementGroups.basics.map(box)}
      <DateField
        label={t('agreement.key.reviewOn')}
        value={value.reviewOn}
        onChange={(reviewOn) => change({ reviewOn })}
      />
      <Disclosure title={t('agreement.arrangements.more')}>
        <Stack>
          {folded.map((group) => (
            <Stack key={group}>
              <h4>{t(`agreement.group.${group}`)}</h4>
              {arrangementGroups[group].map(box)}
            </Stack>
          ))}
          <Checkbox isSelected={value.policyRead} onChange={(policyRead) => change({ policyRead })}>
            {t('agreement.arrangements.policyRead')}
          </Checkbox>
        </Stack>
      </Disclosure>
      <ShowBar
        draft={draft ?? null}
        autosave={autosave}
        onClose={onClose}
        shown={view.said.arrangements[me]}
      />
    </Stack>
  );
}

function shownArrangements({ view, me }: ReturnType<typeof useAgreement>['page']): ArrangementsBody {
  const values: ArrangementsBody['values'] = {};
  for (const key of arrangementKeys) {
    const said = view.arrangements.find((one) => one.key === key)?.[me] ?? null;
    if (said !== null) values[key] = said;
  }
  return { values, reviewOn: view.reviewOn[me], policyRead: view.policyRead[me] };
}
