import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { stageKey } from '../../../shared/model/ruptureView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Disclosure, FailureNotice, GoLink, Notice, Row, Stack } from '../../ui/index.ts';
import { Accounts } from './Accounts.tsx';
import { Checks } from './Checks.tsx';
import { EarlierRounds } from './EarlierRounds.tsx';
import { FindWords } from './FindWords.tsx';
import { Landing } from './Landing.tsx';
import { NamedWords } from './NamedWords.tsx';
import { Needs } from './Needs.tsx';
import { LeftOverReopening, Reopen } from './Reopen.tsx';
import { Reopenings } from './Reopenings.tsx';
import { RestAndGate } from './RestAndGate.tsx';
import { Settling } from './Settling.tsx';
import { StageGate } from './StageGate.tsx';
import { WithThird } from './third/WithThird.tsx';

/** What two people share of a rupture, stage under stage; only what can be done now can be pressed. */
export function Repair({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const [hasReopened, setReopened] = useState(false);
  const { paused, stage, now, earlier } = repair;
  const isTaken = repair.named.state === 'taken';
  const isResting = !isTaken && (paused.byMe || paused.byOther);
  const askAt = whereTheGateAsks(repair);
  // Until the gate has been answered at this stage there is everything to read and no step to take.
  const shown = repair.isGateDue ? { ...repair, acts: [] } : repair;
  return (
    <Stack gap="loose">
      {repair.isReplaced ? <Notice>{t('leaving.replaced', { name: repair.other.name })}</Notice> : null}
      {isResting ? <Notice>{t('ruptures.pause.resting')}</Notice> : null}
      {isResting || isTaken ? null : (
        <p>
          <strong>{t(`ruptures.stage.${stage}`)}</strong>
        </p>
      )}
      {now.reopened.length === 0 ? null : (
        <Landing isHere={hasReopened}>
          <Stack gap="close">
            <p>{t('ruptures.reopen.lead')}</p>
            <Reopenings repair={repair} reopened={now.reopened} />
          </Stack>
        </Landing>
      )}
      <NamedWords repair={shown} />
      <StageGate key={stageKey(repair)} repair={repair} isAsking={askAt === 'first'} />
      <Accounts repair={shown} />
      <Needs repair={shown} />
      <Checks repair={shown} />
      <Settling repair={shown} />
      {repair.acts.includes('reopen') ? (
        <Reopen repair={repair} onReopened={() => setReopened(true)} />
      ) : null}
      {stage === 'settled' ? null : <LeftOverReopening rupture={repair.rupture} />}
      <WithThird repair={repair} />
      {isTaken || repair.isReplaced ? null : <RestAndGate repair={repair} isGateHere={askAt === 'end'} />}
      {earlier.length === 0 ? null : (
        <Disclosure title={t('ruptures.earlier')} level={2}>
          <EarlierRounds repair={repair} />
        </Disclosure>
      )}
      <OwnNote repair={repair} />
      {/* Words being found for a repair that is gone are still mine to take elsewhere or throw away. */}
      {isTaken ? (
        <Row>
          <FindWords about={repair.rupture} />
        </Row>
      ) : null}
    </Stack>
  );
}

/** Before every step while it asks, and while it is closed; when settled it asks only who says that it came back. */
function whereTheGateAsks(repair: RepairView): 'first' | 'end' {
  const isClosed = repair.gate === 'yes' || repair.gate === 'notSure';
  return isClosed || (repair.isGateDue && repair.stage !== 'settled') ? 'first' : 'end';
}

/** My private note: the one it was named from, or one of my own about what the other named. */
function OwnNote({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const write = useAction(async () => {
    const { item } = await call('ruptures.noteOn', { item: repair.rupture });
    go('rupture', { id: item });
  });
  if (repair.note !== null) {
    return (
      <GoLink to="rupture" with={{ id: repair.note }}>
        {t('ruptures.note')}
      </GoLink>
    );
  }
  return (
    <Stack gap="close">
      <Row>
        <Button kind="plain" onPress={() => void write.run()} isBusy={write.busy}>
          {t('ruptures.note.write')}
        </Button>
      </Row>
      <FailureNotice error={write.error} />
    </Stack>
  );
}
