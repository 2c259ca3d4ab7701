import { useState } from 'react';
import type { WiderRuptureView } from '../../../shared/contract/widerRuptures.ts';
import { ruptureOutcomes } from '../../../shared/model/rupture.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { type Unsent, WithUnsent } from '../../kept/WithUnsent.tsx';
import {
  Button,
  Card,
  Choices,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  Words,
} from '../../ui/index.ts';
import type { WiderFields } from './WiderRecord.tsx';

const steps = ['needed', 'agreed', 'now'] as const;
type Parts = WiderFields & {
  readonly record: WiderRuptureView;
  readonly flush: () => Promise<boolean>;
  readonly isClosed: boolean;
};

/** What is needed, what was agreed, how it is now; then settled, at rest, or back again. Opened by a "no" at the gate. */
export function WiderMending(props: Parts) {
  const { t } = useText();
  const { record, draft, isClosed } = props;
  const { state, earlier } = record;
  return (
    <>
      {draft.gate === 'no' ? (
        <Card title={t('widerRuptures.mending')}>
          <Stack>
            {state === 'settled' ? <Mended mending={draft} /> : <Steps {...props} />}
            {state === 'open' ? <Settle {...props} /> : null}
            {record.outcome === null ? null : <Outcome outcome={record.outcome} />}
            {state === 'settled' ? <CameBack item={record.item} /> : null}
          </Stack>
        </Card>
      ) : steps.some((step) => draft[step] !== '') ? (
        <Card title={t('widerRuptures.mending')}>
          <Stack>
            <Mended mending={draft} />
          </Stack>
        </Card>
      ) : null}
      {state === 'settled' || (state === 'resting' && isClosed) ? null : <Rest {...props} />}
      {earlier.length === 0 ? null : (
        <Disclosure title={t('ruptures.earlier')} level={2}>
          <Stack>
            {earlier.map((before) => (
              <Stack key={`${before.cameBack} ${before.now} ${before.agreed}`}>
                <Mended mending={before} />
                <Outcome outcome={before.outcome} />
                {before.cameBack === '' ? null : (
                  <Stack gap="close">
                    <h3>{t('ruptures.reopen.words')}</h3>
                    <Words>{before.cameBack}</Words>
                  </Stack>
                )}
              </Stack>
            ))}
          </Stack>
        </Disclosure>
      )}
    </>
  );
}

function Steps({ draft, change }: WiderFields) {
  const { t } = useText();
  return steps.map((step) => (
    <TextArea
      key={step}
      label={t(`widerRuptures.step.${step}`)}
      value={draft[step]}
      onChange={(text) => change({ [step]: text })}
      maxLength={20_000}
      writing
      wide
    />
  ));
}

function Mended({ mending }: { mending: Record<(typeof steps)[number], string> }) {
  const { t } = useText();
  return steps.map((step) => (
    <Stack key={step} gap="close">
      <h3>{t(`widerRuptures.step.${step}`)}</h3>
      {mending[step] === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{mending[step]}</Words>}
    </Stack>
  ));
}

function Outcome({ outcome }: { outcome: (typeof ruptureOutcomes)[number] }) {
  const { t } = useText();
  return (
    <p>
      {t('ruptures.settle.for')}: {t(`ruptures.settle.${outcome}`)}
    </p>
  );
}

function Settle({ record, draft, flush }: Parts) {
  const { t } = useText();
  const settle = useAction(async (outcome: (typeof ruptureOutcomes)[number]) => {
    if (await flush()) await call('widerRuptures.settle', { item: record.item, outcome });
  });
  if (draft.agreed.trim() === '' || draft.now.trim() === '') {
    return <Quiet>{t('widerRuptures.settle.first')}</Quiet>;
  }
  return (
    <>
      <Choices
        label={t('ruptures.settle.title')}
        layout="list"
        value={null}
        atOnce
        onChange={(outcome) => void settle.run(outcome)}
        options={ruptureOutcomes.map((value) => ({ value, label: t(`ruptures.settle.${value}`) }))}
      />
      <FailureNotice error={settle.error} />
    </>
  );
}

function Rest({ record, flush }: Parts) {
  const { t } = useText();
  const isResting = record.state === 'resting';
  const rest = useAction(async () => {
    if (await flush()) await call('widerRuptures.rest', { item: record.item, isResting: !isResting });
  });
  return (
    <Stack gap="close">
      <Row>
        <Button onPress={() => void rest.run()} isBusy={rest.busy}>
          {t(isResting ? 'ruptures.pause.pickUp' : 'ruptures.pause.rest')}
        </Button>
      </Row>
      <FailureNotice error={rest.error} />
    </Stack>
  );
}

const emptyWords = { words: '' };

function CameBack({ item }: { item: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Row>
        <Button onPress={() => setOpen(true)}>{t('ruptures.reopen.open')}</Button>
      </Row>
    );
  }
  return (
    <WithUnsent form="reopen" about={item} empty={emptyWords}>
      {(unsent) => <CameBackWords item={item} unsent={unsent} onBack={() => setOpen(false)} />}
    </WithUnsent>
  );
}

/** What came back, kept as it is typed until it is picked up. */
function CameBackWords(props: { item: string; unsent: Unsent<typeof emptyWords>; onBack: () => void }) {
  const { t } = useText();
  const { item } = props;
  const { value, change, flush, done } = props.unsent;
  const reopen = useAction(async () => {
    await flush();
    await call('widerRuptures.reopen', { item, words: value.words });
    await done();
  });
  return (
    <Stack>
      <Quiet>{t('ruptures.reopen.lead')}</Quiet>
      <TextArea
        label={t('ruptures.reopen.words')}
        optional
        value={value.words}
        onChange={(words) => change({ words })}
        onBlur={() => void flush()}
        maxLength={20_000}
        writing
        wide
        autoFocus
      />
      <FailureNotice error={reopen.error} />
      <Row>
        <Button kind="primary" onPress={() => void reopen.run()} isBusy={reopen.busy}>
          {t('ruptures.pause.pickUp')}
        </Button>
        <Button onPress={props.onBack}>{t('ruptures.naming.back')}</Button>
      </Row>
    </Stack>
  );
}
