import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { isEmptyPulse, type Pulse as Answers, pulseLines } from '../../../shared/model/pulse.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Quiet, Row, Slider, Stack, Table } from '../../ui/index.ts';
import { otherRole, useSession } from './sessionContext.ts';

const nothing: Answers = { room: null, weight: null, doubt: null, ground: null };

/** Four lines about the two of us, answered apart and shown together, for this session alone. */
export function Pulse() {
  const { page } = useSession();
  if (page.together) return null;
  return <PulseAlone session={page.session} />;
}

function PulseAlone({ session }: { session: string }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const { value } = useCall('pulse.get', { session });
  const takeBack = useAction(() => call('pulse.answer', { session, pulse: null }));
  if (value === undefined || !value.isOn) return null;
  const name = nameOf(otherRole(page.me));
  return (
    <Disclosure title={t('choices.pulse.title')} level={3}>
      <Stack>
        <Quiet>{t('choices.pulse.how')}</Quiet>
        {value.both !== null ? (
          <Both both={value.both} />
        ) : value.mine === null ? (
          <Answering session={session} />
        ) : (
          <p>{t('choices.pulse.given', { name })}</p>
        )}
        {value.mine === null ? null : (
          <Row>
            <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
              {t('sessions.takeBack')}
            </Button>
          </Row>
        )}
        <FailureNotice error={takeBack.error} />
      </Stack>
    </Disclosure>
  );
}

function Answering({ session }: { session: string }) {
  const { t } = useText();
  const [pulse, setPulse] = useState(nothing);
  const levelWords = useLevelWords();
  const give = useAction(() => call('pulse.answer', { session, pulse }));
  return (
    <>
      {pulseLines.map((line) => (
        <Slider
          key={line}
          label={t(`choices.pulse.${line}`)}
          min={0}
          max={10}
          minLabel={levelWords(0)}
          maxLabel={levelWords(10)}
          value={pulse[line]}
          onChange={(level) => setPulse({ ...pulse, [line]: level })}
          valueText={levelWords}
        />
      ))}
      <Row>
        <Button onPress={() => void give.run()} isBusy={give.busy} isDisabled={isEmptyPulse(pulse)}>
          {t('choices.pulse.give')}
        </Button>
        {isEmptyPulse(pulse) ? null : (
          <Button kind="plain" onPress={() => setPulse(nothing)}>
            {t('choices.notToday')}
          </Button>
        )}
      </Row>
      <FailureNotice error={give.error} />
    </>
  );
}

/** Words, not numbers: two people's sliders are no measure of each other. */
function Both({ both }: { both: NonNullable<Output<'pulse.get'>['both']> }) {
  const { t } = useText();
  const { nameOf } = useSession();
  const levelWords = useLevelWords();
  const said = (level: number | null) => (level === null ? t('common.field.unset') : levelWords(level));
  return (
    <Table
      caption={t('choices.pulse.title')}
      hideCaption
      rows={pulseLines}
      rowKey={(line) => line}
      columns={[
        { key: 'line', title: t('choices.pulse.line'), cell: (line) => t(`choices.pulse.${line}`) },
        { key: 'supervisee', title: nameOf('supervisee'), cell: (line) => said(both.supervisee[line]) },
        { key: 'supervisor', title: nameOf('supervisor'), cell: (line) => said(both.supervisor[line]) },
      ]}
    />
  );
}

const levels = ['hardly', 'little', 'partly', 'mostly', 'fully'] as const;

function useLevelWords(): (level: number) => string {
  const { t } = useText();
  return (level) => t(`choices.level.${levels[Math.round((level / 10) * (levels.length - 1))] ?? 'partly'}`);
}
