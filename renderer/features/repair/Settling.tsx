import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { ruptureOutcomes } from '../../../shared/model/rupture.ts';
import type { RuptureSide } from '../../../shared/model/ruptureView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Choices, FailureNotice, Quiet, Stack } from '../../ui/index.ts';
import { TwoVoices } from './TwoVoices.tsx';

type Outcome = (typeof ruptureOutcomes)[number];

/** Settled for now: each person's own word, and the two may differ. */
export function Settling({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const item = repair.rupture;
  const { mine, theirs } = repair.now;
  const settle = useAction((outcome: Outcome) => call('ruptures.settle', { item, outcome }));
  const canSettle = repair.acts.includes('settle');
  if (!canSettle && mine.settled === null && theirs.settled === null) return null;
  return (
    <Stack gap="close">
      <h2>{t(repair.stage === 'settled' ? 'ruptures.settle.for' : 'ruptures.settle.title')}</h2>
      {canSettle ? <Quiet>{t('ruptures.settle.lead')}</Quiet> : null}
      <TwoVoices
        repair={repair}
        mine={
          canSettle ? (
            <Choices<Outcome>
              label={t('ruptures.settle.for')}
              hideLabel
              layout="list"
              atOnce
              value={mine.settled}
              onChange={(outcome) => void settle.run(outcome)}
              options={ruptureOutcomes.map((value) => ({ value, label: t(`ruptures.settle.${value}`) }))}
            />
          ) : (
            <OutcomeSaid side={mine} />
          )
        }
        theirs={<OutcomeSaid side={theirs} />}
      />
      <FailureNotice error={settle.error} />
    </Stack>
  );
}

export function OutcomeSaid({ side }: { side: RuptureSide }) {
  const { t } = useText();
  return side.settled === null ? (
    <Quiet>{t('ruptures.settle.notSaid')}</Quiet>
  ) : (
    <p>{t(`ruptures.settle.${side.settled}`)}</p>
  );
}
