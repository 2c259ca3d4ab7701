import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { timeOutcomes, type SessionTimeBody, type TimeOutcome } from '../../../shared/model/agreement.ts';
import type { TimedSession } from '../../../shared/model/protectedTime.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Choices,
  Disclosure,
  FailureNotice,
  NumberField,
  Quiet,
  Row,
  Select,
  Stack,
  TextField,
} from '../../ui/index.ts';

type Time = Output<'time.get'>;

/** My own words about the time of one session. Nothing is preset, and nothing leaves before Show. */
export function SayTime({ time }: { time: Time }) {
  const { t, formatDate } = useText();
  const sessions = time.slots.flatMap((slot) => slot.sessions).reverse();
  const [chosen, setChosen] = useState<string | null>(null);
  const first = sessions.find((one) => one[time.me] === null) ?? sessions[0];
  const session = sessions.find((one) => one.session === chosen) ?? first;
  if (session === undefined) return null;
  return (
    <Disclosure title={t('time.say.open')}>
      <Stack>
        <Select
          label={t('time.say.session')}
          value={session.session}
          onChange={setChosen}
          options={sessions.map((one) => ({ value: one.session, label: formatDate(one.date) }))}
        />
        <OneSession
          key={session.session}
          time={time}
          session={session}
          onSaid={() => setChosen(session.session)}
        />
      </Stack>
    </Disclosure>
  );
}

function OneSession(props: { time: Time; session: TimedSession; onSaid: () => void }) {
  const { t } = useText();
  const { time, session, onSaid } = props;
  const mine = session[time.me];
  const [said, setSaid] = useState<{ outcome: TimeOutcome | null } & Omit<SessionTimeBody, 'outcome'>>(
    mine ?? { outcome: null, minutes: null, why: '' },
  );
  const [isMissing, setMissing] = useState(false);
  const name = time.names[time.me === 'supervisee' ? 'supervisor' : 'supervisee'];
  const show = useAction(async () => {
    const { outcome, minutes, why } = said;
    setMissing(outcome === null);
    if (outcome === null) return;
    await call('time.say', { session: session.session, said: { outcome, minutes, why: why.trim() } });
    onSaid();
  });
  const takeBack = useAction(async () => {
    await call('time.say', { session: session.session, said: null });
    onSaid();
  });
  return (
    <Stack>
      <Choices
        label={t('time.say.outcome')}
        value={said.outcome}
        onChange={(outcome) => setSaid({ ...said, outcome })}
        options={timeOutcomes.map((value) => ({ value, label: t(`time.outcome.${value}`) }))}
      />
      <NumberField
        label={t('time.say.minutes')}
        optional
        min={0}
        max={600}
        value={said.minutes}
        onChange={(minutes) => setSaid({ ...said, minutes })}
      />
      <TextField
        label={t('time.say.why')}
        optional
        value={said.why}
        onChange={(why) => setSaid({ ...said, why })}
        maxLength={500}
      />
      <Quiet small>{t('time.say.help', { name })}</Quiet>
      {isMissing && said.outcome === null ? <p role="alert">{t('time.say.choose')}</p> : null}
      <Row>
        <Button onPress={() => void show.run()} isBusy={show.busy}>
          {t('time.say.show', { name })}
        </Button>
        {mine === null ? null : (
          <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
            {t('time.say.takeBack')}
          </Button>
        )}
      </Row>
      <FailureNotice error={show.error ?? takeBack.error} />
    </Stack>
  );
}
