import { useState } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import { type FairProcess as Answers, fairAnswers } from '../../../shared/model/session.ts';
import type { DecisionView } from '../../../shared/model/sessionView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, Disclosure, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';
import { otherRole, useSession } from './sessionContext.ts';

const questions = ['heard', 'explained', 'clear'] as const;
const nothing: Answers = { heard: null, explained: null, clear: null };

/**
 * How the making of a decision was for each: heard, explained, clear. Folded, for the two alone, and never in a record.
 * Whoever says nothing looks as if nobody had asked.
 */
export function FairProcess({ decision }: { decision: DecisionView }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const mine = decision.fair[page.me];
  const [answers, setAnswers] = useState(mine ?? nothing);
  const other = otherRole(page.me);
  const say = useAction((next: Answers) => call('decisions.fair', { decision: decision.item, ...next }));
  if (page.together) return null;
  const isSaid = questions.some((question) => answers[question] !== null);
  const isChanged = questions.some((question) => answers[question] !== (mine ?? nothing)[question]);
  return (
    <Disclosure title={t('ways.fair.title')} level={4}>
      <Stack>
        <Quiet>{t('ways.fair.help', { name: nameOf(other) })}</Quiet>
        <Said role={other} answers={decision.fair[other]} />
        {questions.map((question) => (
          <Choices
            key={question}
            label={t(`ways.fair.${question}`)}
            value={answers[question]}
            onChange={(answer) => setAnswers({ ...answers, [question]: answer })}
            options={fairAnswers.map((answer) => ({ value: answer, label: t(`ways.fair.answer.${answer}`) }))}
            clear={{
              label: t('ways.fair.notToday'),
              onClear: () => setAnswers({ ...answers, [question]: null }),
            }}
          />
        ))}
        <Row>
          {isSaid && isChanged ? (
            <Button onPress={() => void say.run(answers)} isBusy={say.busy}>
              {t('sessions.show.confirm', { name: nameOf(other) })}
            </Button>
          ) : null}
          {mine === null ? null : (
            <Button
              kind="plain"
              onPress={async () => {
                if (await say.run(nothing)) setAnswers(nothing);
              }}
            >
              {t('sessions.takeBack')}
            </Button>
          )}
          {mine === null || isChanged ? null : <Quiet small>{t('ways.fair.shown')}</Quiet>}
        </Row>
        <FailureNotice error={say.error} />
      </Stack>
    </Disclosure>
  );
}

function Said(props: { role: Role; answers: Answers | null }) {
  const { t } = useText();
  const { nameOf } = useSession();
  const { answers } = props;
  if (answers === null) return null;
  const said = questions.flatMap((question) => {
    const answer = answers[question];
    return answer === null ? [] : [{ question, answer }];
  });
  return (
    <div>
      <p>{t('ways.fair.says', { name: nameOf(props.role) })}</p>
      <ul>
        {said.map(({ question, answer }) => (
          <li key={question}>
            {t(`ways.fair.${question}`)} {t(`ways.fair.answer.${answer}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
