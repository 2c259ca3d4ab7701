import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { checkAnswers } from '../../../shared/model/rupture.ts';
import type { RuptureRound } from '../../../shared/model/ruptureView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { type Unsent, WithUnsent } from '../../kept/WithUnsent.tsx';
import {
  Button,
  Choices,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  Words,
} from '../../ui/index.ts';
import { Landing } from './Landing.tsx';
import { TwoVoices } from './TwoVoices.tsx';

type Answer = (typeof checkAnswers)[number];

const emptyCheck = { now: '', words: '' };

/** How is it now? Answered apart: the other's answer comes with my own, not before. */
export function Checks({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const [hasSaid, setSaid] = useState(false);
  const { rounds } = repair.now;
  const latest = rounds.at(-1);
  const canCheck = repair.acts.includes('check') && repair.openRound !== null;
  function said() {
    setAsking(false);
    setSaid(true);
  }
  function askAgain() {
    setAsking(true);
    setSaid(false);
  }
  if (latest === undefined && !canCheck) return null;
  return (
    <Stack gap="close">
      <h2>{t('ruptures.check.title')}</h2>
      <Landing isHere={hasSaid}>
        {latest === undefined ? null : (
          <Stack gap="close">
            <RoundShown repair={repair} round={latest} />
            {latest.theirs === null ? <p>{t('ruptures.check.waiting')}</p> : null}
          </Stack>
        )}
      </Landing>
      {canCheck && (latest === undefined || isAsking) ? (
        <WithUnsent form="check" about={repair.rupture} empty={emptyCheck}>
          {(unsent) => <CheckForm key={repair.openRound} repair={repair} unsent={unsent} onSaid={said} />}
        </WithUnsent>
      ) : null}
      {canCheck && latest !== undefined && !isAsking ? (
        <Row>
          <Button onPress={askAgain}>{t('ruptures.check.again')}</Button>
        </Row>
      ) : null}
      {rounds.length > 1 ? (
        <Disclosure title={t('ruptures.check.earlier')}>
          <Stack>
            {rounds.slice(0, -1).map((round) => (
              <RoundShown key={round.round} repair={repair} round={round} />
            ))}
          </Stack>
        </Disclosure>
      ) : null}
    </Stack>
  );
}

/** Both answers beside each other, or mine alone while theirs is not there. */
export function RoundShown({ repair, round }: { repair: RepairView; round: RuptureRound }) {
  const { t } = useText();
  const answer = (check: RuptureRound['mine']) => (
    <>
      <p>{t(`ruptures.check.${check.now}`)}</p>
      {check.words === '' ? null : <Words>{check.words}</Words>}
    </>
  );
  if (round.theirs === null) return <Stack gap="close">{answer(round.mine)}</Stack>;
  return <TwoVoices repair={repair} mine={answer(round.mine)} theirs={answer(round.theirs)} />;
}

function CheckForm(props: { repair: RepairView; unsent: Unsent<typeof emptyCheck>; onSaid: () => void }) {
  const { t } = useText();
  const { rupture: item, openRound: round } = props.repair;
  const { value, change, flush, done } = props.unsent;
  const { words } = value;
  const now = checkAnswers.find((answer) => answer === value.now) ?? null;
  const say = useAction(async () => {
    if (now === null || round === null) return;
    await flush();
    await call('ruptures.check', { item, round, now, words });
    await done();
    props.onSaid();
  });
  return (
    <Stack>
      <Quiet>{t('ruptures.check.lead')}</Quiet>
      <Choices<Answer>
        label={t('ruptures.check.title')}
        hideLabel
        value={now}
        onChange={(answer) => change({ now: answer })}
        options={checkAnswers.map((value) => ({ value, label: t(`ruptures.check.${value}`) }))}
      />
      <TextArea
        label={t('ruptures.check.words')}
        optional
        value={words}
        onChange={(text) => change({ words: text })}
        onBlur={() => void flush()}
        maxLength={5000}
        short
      />
      <FailureNotice error={say.error} />
      <Row>
        <Button onPress={() => void say.run()} isBusy={say.busy} isDisabled={now === null}>
          {t('ruptures.check.say')}
        </Button>
      </Row>
    </Stack>
  );
}
