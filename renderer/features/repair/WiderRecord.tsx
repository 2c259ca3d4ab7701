import type { WiderRuptureView } from '../../../shared/contract/widerRuptures.ts';
import { widerSettings } from '../../../shared/model/widerRupture.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  Choices,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  toast,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { AgencyFields } from './AgencyFields.tsx';
import { Gate } from './Gate.tsx';
import { Parties } from './Parties.tsx';
import { PastDay } from './PastDay.tsx';
import { WiderMending } from './WiderMending.tsx';

/** What is written in a record; where it stands and what mended it before are not for its fields to change. */
export type WiderDraft = Omit<WiderRuptureView, 'item' | 'state' | 'outcome' | 'earlier'>;
export type WiderFields = {
  readonly draft: WiderDraft;
  readonly change: (part: Partial<WiderDraft>) => void;
};

/** What happened, who is part of it and what they said, the gate, and then the mending. All of it for me alone. */
export function WiderRecord({ record }: { record: WiderRuptureView }) {
  const { t } = useText();
  const { item, state, outcome: _, earlier, ...initial } = record;
  const {
    value: draft,
    change,
    autosave,
  } = useDraft<'widerRuptures.save', WiderDraft>({
    key: `widerRuptures:${item}:${earlier.length}`,
    method: 'widerRuptures.save',
    initial,
    toInput: (value) => ({ item, ...value }),
  });
  const remove = useAction(async () => {
    await autosave.flush();
    await call('widerRuptures.remove', { item });
    go('repair');
    toast(
      t('ruptures.noticed.deleted'),
      () => void call('widerRuptures.restore', { item }).catch(() => undefined),
    );
  });
  const isClosed = draft.gate === 'yes' || draft.gate === 'notSure';
  return (
    <Stack gap="loose">
      {state === 'open' ? null : (
        <p>
          <strong>{t(`widerRuptures.state.${state}`)}</strong>
        </p>
      )}
      <Stack>
        <Choices
          label={t('widerRuptures.setting')}
          value={draft.setting}
          onChange={(setting) => change({ setting })}
          options={widerSettings.map((value) => ({ value, label: t(`widerRuptures.setting.${value}`) }))}
          clear={{ label: t('ruptures.noticed.clear'), onClear: () => change({ setting: null }) }}
        />
        <TextArea
          label={t('widerRuptures.what')}
          description={t('widerRuptures.codes')}
          value={draft.what}
          onChange={(what) => change({ what })}
          onBlur={() => void autosave.flush()}
          maxLength={20_000}
          writing
          wide
        />
        <PastDay
          label={t('ruptures.noticed.when')}
          value={draft.noticedOn}
          onChange={(noticedOn) => (noticedOn === null ? undefined : change({ noticedOn }))}
          refuse={(date) =>
            draft.happenedOn !== null && date < draft.happenedOn ? 'dates_out_of_order' : null
          }
        />
        <Disclosure title={t('widerRuptures.more')} level={2}>
          <Stack>
            <PastDay
              label={t('ruptures.noticed.happened')}
              optional
              value={draft.happenedOn}
              onChange={(happenedOn) => change({ happenedOn })}
              refuse={(date) => (date > draft.noticedOn ? 'dates_out_of_order' : null)}
            />
            <TextArea
              label={t('widerRuptures.affected')}
              optional
              value={draft.affected}
              onChange={(affected) => change({ affected })}
              maxLength={20_000}
              writing
              wide
            />
          </Stack>
        </Disclosure>
        <Row>
          <SavedState autosave={autosave} />
        </Row>
      </Stack>
      <Parties draft={draft} change={change} />
      {draft.setting === 'agency' ? <AgencyFields draft={draft} change={change} /> : null}
      {state === 'settled' ? null : (
        <Card title={t('widerRuptures.gate')}>
          <Gate
            answer={draft.gate}
            onAnswer={(gate) => change({ gate })}
            privacy={t('ruptures.gate.private')}
          />
        </Card>
      )}
      <WiderMending
        record={record}
        draft={draft}
        change={change}
        flush={autosave.flush}
        isClosed={isClosed}
      />
      <FailureNotice error={remove.error} />
      <Row>
        <Button kind="plain" onPress={() => void remove.run()}>
          {t('ruptures.noticed.delete')}
        </Button>
      </Row>
      <Quiet small>{t('widerRuptures.alone')}</Quiet>
    </Stack>
  );
}
