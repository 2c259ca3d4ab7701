import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { GateAnswer } from '../../../shared/model/rupture.ts';
import { call, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, FailureNotice, Quiet, Stack } from '../../ui/index.ts';
import { Gate } from './Gate.tsx';
import { Landing } from './Landing.tsx';

/** The gate before my next step: once a stage, and as long as it is closed. */
export function StageGate({ repair, isAsking }: { repair: RepairView; isAsking: boolean }) {
  const { t } = useText();
  const [wasAnswered, setAnswered] = useState(false);
  const item = repair.rupture;
  const answer = useChoice(async (gate: GateAnswer) => {
    await call('ruptures.answerGate', { item, gate });
    setAnswered(true);
  });
  if (!isAsking) {
    return wasAnswered ? (
      <Landing isHere>
        <p>{t('ruptures.gate.kept')}</p>
      </Landing>
    ) : null;
  }
  return (
    <Card title={t('ruptures.gate.stage.title')}>
      <Stack>
        <Quiet>{t('ruptures.gate.stage.lead')}</Quiet>
        <Gate
          answer={repair.isGateDue ? null : repair.gate}
          onAnswer={(gate) => void answer.run(gate)}
          privacy={t('ruptures.gate.privateRepair', { name: repair.other.name })}
        />
        <FailureNotice error={answer.error} />
      </Stack>
    </Card>
  );
}
