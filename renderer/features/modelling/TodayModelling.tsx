import { useState } from 'react';
import type { ModellingAsked } from '../../../shared/contract/modelling.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Quiet, Row } from '../../ui/index.ts';
import { AnswerForm } from './AnswerForm.tsx';

/** One question a month for those who lead. It can be put away for the month, and asks nothing twice. */
export function TodayModelling() {
  const { t } = useText();
  const { value } = useCall('modelling.asked', {});
  // Answered with the first word typed: what is being written stays on the page all the same.
  const [writing, setWriting] = useState<ModellingAsked | null>(null);
  const putAway = useAction((month: string) => call('modelling.putAway', { month }));
  if (writing !== null) {
    return (
      <AnswerForm
        item={null}
        month={writing.month}
        question={writing.question}
        text=""
        onDone={() => setWriting(null)}
        leave={{
          label: t('modelling.notThisMonth'),
          run: () => call('modelling.putAway', { month: writing.month }),
        }}
      />
    );
  }
  const asked = value?.asked ?? null;
  if (asked === null) return null;
  return (
    <Card title={t('modelling.card.title')}>
      <p>{t(`modelling.question.${asked.question}`)}</p>
      <Quiet small>{t('modelling.card.help')}</Quiet>
      <Row>
        <Button onPress={() => setWriting(asked)}>{t('modelling.card.answer')}</Button>
        <Button kind="plain" onPress={() => void putAway.run(asked.month)} isBusy={putAway.busy}>
          {t('modelling.notThisMonth')}
        </Button>
      </Row>
      <FailureNotice error={putAway.error} />
    </Card>
  );
}
