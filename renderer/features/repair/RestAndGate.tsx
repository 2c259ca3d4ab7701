import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { GateAnswer } from '../../../shared/model/rupture.ts';
import { call, useAction, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';
import { Gate } from './Gate.tsx';

/** Letting it rest, and the gate, at every stage. The other sees the same of both: that it rests. */
export function RestAndGate({ repair, isGateHere }: { repair: RepairView; isGateHere: boolean }) {
  const { t } = useText();
  const item = repair.rupture;
  const name = repair.other.name;
  const { byMe } = repair.paused;
  const pause = useAction((paused: boolean) => call('ruptures.pause', { item, paused }));
  const answer = useChoice((gate: GateAnswer) => call('ruptures.answerGate', { item, gate }));
  const isClosed = repair.gate === 'yes' || repair.gate === 'notSure';
  return (
    <Stack gap="close">
      {byMe && isClosed ? null : (
        <Row>
          <Button onPress={() => void pause.run(!byMe)} isBusy={pause.busy}>
            {t(byMe ? 'ruptures.pause.pickUp' : 'ruptures.pause.rest')}
          </Button>
          {byMe ? null : <Quiet>{t('ruptures.pause.help', { name })}</Quiet>}
        </Row>
      )}
      {isGateHere ? (
        <Disclosure title={t('ruptures.gate.open')} level={2}>
          <Gate
            answer={repair.gate}
            onAnswer={(gate) => void answer.run(gate)}
            privacy={t('ruptures.gate.privateRepair', { name })}
          />
        </Disclosure>
      ) : null}
      <FailureNotice error={pause.error ?? answer.error} />
    </Stack>
  );
}
