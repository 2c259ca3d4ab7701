import { useState } from 'react';
import type { ModellingAnswer } from '../../../shared/contract/modelling.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { Said } from '../../kept/Said.tsx';
import { Card, Quiet, Stack } from '../../ui/index.ts';
import { AnswerForm } from './AnswerForm.tsx';

/** What somebody who leads answered, month by month. Nothing at all for those who were never asked. */
export function ModellingAnswers() {
  const { t } = useText();
  const { value } = useCall('modelling.list', {});
  if (value === undefined || value.answers.length === 0) return null;
  return (
    <Card title={t('modelling.title')}>
      <Quiet>{t('modelling.lead')}</Quiet>
      <Stack gap="loose">
        {value.answers.map((answer) => (
          <Answer key={answer.item} answer={answer} />
        ))}
      </Stack>
    </Card>
  );
}

function Answer({ answer }: { answer: ModellingAnswer }) {
  const { t, formatMonth } = useText();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <AnswerForm {...answer} onDone={() => setEditing(false)} />;
  const month = formatMonth(`${answer.month}-01`);
  return (
    <Stack gap="close">
      <h3>{month}</h3>
      <Said label={t(`modelling.question.${answer.question}`)} text={answer.text} />
      <KeptButtons item={answer.item} what={month} onEdit={() => setEditing(true)} />
    </Stack>
  );
}
