import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { GateAnswer } from '../../../shared/model/rupture.ts';
import { call, useAction, useCall, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { type Unsent, WithUnsent } from '../../kept/WithUnsent.tsx';
import { Gate } from './Gate.tsx';
import { LeftOver } from './LeftOver.tsx';
import { Button, Card, FailureNotice, Quiet, Row, Stack, TextArea, Words } from '../../ui/index.ts';

const emptyWords = { words: '' };

/** When it comes back after it was settled: either person may say so. */
export function Reopen({ repair, onReopened }: { repair: RepairView; onReopened: () => void }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const item = repair.rupture;
  const name = repair.other.name;
  const answer = useChoice((gate: GateAnswer) => call('ruptures.answerGate', { item, gate }));
  if (!isOpen) {
    return (
      <Row>
        <Button onPress={() => setOpen(true)}>{t('ruptures.reopen.open')}</Button>
      </Row>
    );
  }
  if (repair.isGateDue) {
    return (
      <Card title={t('ruptures.gate.reopen')}>
        <Gate
          answer={null}
          onAnswer={(gate) => void answer.run(gate)}
          privacy={t('ruptures.gate.privateRepair', { name })}
        />
        <FailureNotice error={answer.error} />
      </Card>
    );
  }
  return (
    <WithUnsent form="reopen" about={item} empty={emptyWords}>
      {(unsent) => (
        <ReopenWords repair={repair} unsent={unsent} onReopened={onReopened} onBack={() => setOpen(false)} />
      )}
    </WithUnsent>
  );
}

/** Words I was typing when the other opened it again: mine alone, to read, take elsewhere or delete. */
export function LeftOverReopening({ rupture }: { rupture: string }) {
  const { t } = useText();
  const found = useCall('unsent.get', { form: 'reopen', about: rupture });
  const words = found.value?.fields?.find(({ name }) => name === 'words')?.text ?? '';
  if (words.trim() === '') return null;
  return (
    <Card title={t('ruptures.reopen.words')}>
      <LeftOver
        why={t('ruptures.reopen.leftOver')}
        discard={() => call('unsent.throwAway', { form: 'reopen', about: rupture })}
      >
        <Words>{words}</Words>
      </LeftOver>
    </Card>
  );
}

/** What came back, kept as it is typed until it is shown. */
function ReopenWords(props: {
  repair: RepairView;
  unsent: Unsent<typeof emptyWords>;
  onReopened: () => void;
  onBack: () => void;
}) {
  const { t } = useText();
  const item = props.repair.rupture;
  const { name } = props.repair.other;
  const { value, change, flush, done } = props.unsent;
  const reopen = useAction(async () => {
    await flush();
    await call('ruptures.reopen', { item, words: value.words });
    await done();
    props.onReopened();
  });
  return (
    <Stack>
      <TextArea
        label={t('ruptures.reopen.words')}
        optional
        value={value.words}
        onChange={(words) => change({ words })}
        onBlur={() => void flush()}
        maxLength={20_000}
        writing
        autoFocus
      />
      <Quiet small>{t('ruptures.talking.showHelp', { name })}</Quiet>
      <FailureNotice error={reopen.error} />
      <Row>
        <Button kind="primary" onPress={() => void reopen.run()} isBusy={reopen.busy}>
          {t('ruptures.reopen.show', { name })}
        </Button>
        <Button onPress={props.onBack}>{t('ruptures.naming.back')}</Button>
      </Row>
    </Stack>
  );
}
