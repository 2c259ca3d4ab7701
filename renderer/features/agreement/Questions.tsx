import { useState } from 'react';
import type { AgreementView } from '../../../shared/model/agreementView.ts';
import {
  type AgreementAnswersBody,
  type AgreementQuestion,
  agreementQuestions,
} from '../../../shared/model/agreement.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Quiet, Row, Stack, TextArea, VoicePair, Words } from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { draftsOfKind, useAgreement } from './agreementContext.ts';
import { ShowBar } from './ShowBar.tsx';

/** The six questions, both voices under each; mine become boxes while I write. */
export function Questions() {
  const { t } = useText();
  const { page, isSigned } = useAgreement();
  const [draft] = draftsOfKind(page, 'agreementAnswers');
  const [isWriting, setWriting] = useState(false);
  const mine = page.view.said.answers[page.me];
  return (
    <Card title={t('agreement.questions.title')}>
      {isSigned ? null : <Quiet>{t('agreement.questions.help', { name: page.names.supervisor })}</Quiet>}
      {isWriting && !isSigned ? (
        <WriteAnswers onClose={() => setWriting(false)} />
      ) : (
        <Stack>
          <AnswersRead view={page.view} names={page.names} isRecord={isSigned} />
          {isSigned ? null : (
            <Row>
              <Button kind={mine === null ? 'primary' : 'quiet'} onPress={() => setWriting(true)}>
                {t(
                  mine === null && draft === undefined
                    ? 'agreement.questions.write'
                    : 'agreement.questions.change',
                )}
              </Button>
              {draft === undefined ? null : (
                <Quiet small>{t(draft.shown ? 'agreement.onlyYouChanges' : 'agreement.onlyYou')}</Quiet>
              )}
            </Row>
          )}
        </Stack>
      )}
    </Card>
  );
}

/** Both people's answers, the supervisee's first. Of a record, only what is in it: a question nobody answered is not there. */
export function AnswersRead(props: {
  view: AgreementView;
  names: { supervisee: string; supervisor: string };
  isRecord?: boolean;
}) {
  const { t } = useText();
  const { view, names, isRecord = false } = props;
  const answers = view.answers.filter(
    (one) => !isRecord || one.supervisee !== null || one.supervisor !== null,
  );
  return (
    <Stack gap="loose">
      {answers.map(({ question, supervisee, supervisor }) => (
        <Stack key={question} gap="close">
          <h3>{t(`agreement.question.${question}`)}</h3>
          <VoicePair
            supervisee={{
              name: names.supervisee,
              children: <Answer text={supervisee} isRecord={isRecord} />,
            }}
            supervisor={{
              name: names.supervisor,
              children: <Answer text={supervisor} isRecord={isRecord} />,
            }}
          />
        </Stack>
      ))}
    </Stack>
  );
}

function Answer({ text, isRecord = false }: { text: string | null; isRecord?: boolean }) {
  const { t } = useText();
  if (text !== null) return <Words>{text}</Words>;
  return isRecord ? <Quiet>–</Quiet> : <Quiet>{t('agreement.nothing')}</Quiet>;
}

function WriteAnswers({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const { page } = useAgreement();
  const { agreement, me, names, view } = page;
  const [draft] = draftsOfKind(page, 'agreementAnswers');
  const writing = useDraft<'agreements.saveAnswers', AgreementAnswersBody>({
    key: `agreement:answers:${agreement}`,
    method: 'agreements.saveAnswers',
    initial: draft?.body ?? shownAnswers(view, me),
    toInput: (value) => ({ agreement, ...value }),
  });
  const box = (question: AgreementQuestion) => (
    <TextArea
      label={t(`agreement.question.${question}`)}
      hideLabel
      wide
      writing
      short
      value={writing.value[question]}
      onChange={(text) => writing.change({ [question]: text })}
      maxLength={5_000}
    />
  );
  return (
    <Stack gap="loose">
      {view.answers.map(({ question, supervisee, supervisor }) => (
        <Stack key={question} gap="close">
          <h3>{t(`agreement.question.${question}`)}</h3>
          <VoicePair
            supervisee={{
              name: names.supervisee,
              children: me === 'supervisee' ? box(question) : <Answer text={supervisee} />,
            }}
            supervisor={{
              name: names.supervisor,
              children: me === 'supervisor' ? box(question) : <Answer text={supervisor} />,
            }}
          />
        </Stack>
      ))}
      <ShowBar
        draft={draft ?? null}
        autosave={writing.autosave}
        onClose={onClose}
        shown={view.said.answers[me]}
      />
    </Stack>
  );
}

function shownAnswers(view: AgreementView, me: 'supervisee' | 'supervisor'): AgreementAnswersBody {
  const said = (question: AgreementQuestion) =>
    view.answers.find((one) => one.question === question)?.[me] ?? '';
  return Object.fromEntries(
    agreementQuestions.map((question) => [question, said(question)]),
  ) as AgreementAnswersBody;
}
