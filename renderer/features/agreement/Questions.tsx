import { useState } from 'react';
import type { AgreementView } from '../../../shared/model/agreementView.ts';
import {
  type AgreementAnswersBody,
  type AgreementQuestion,
  agreementQuestions,
} from '../../../shared/model/agreement.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  VoicePair,
  Words,
} from '../../ui/index.ts';
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
  const takeBack = useAction(async () => {
    if (mine !== null) await call('agreements.takeBack', { item: mine.item });
  });
  return (
    <Card title={t('agreement.questions.title')}>
      <Quiet>{t('agreement.questions.help')}</Quiet>
      {isWriting && !isSigned ? (
        <WriteAnswers onClose={() => setWriting(false)} />
      ) : (
        <Stack>
          <AnswersRead view={page.view} names={page.names} />
          {isSigned ? null : (
            <Row>
              <Button kind={mine === null ? 'primary' : 'quiet'} onPress={() => setWriting(true)}>
                {t(
                  mine === null && draft === undefined
                    ? 'agreement.questions.write'
                    : 'agreement.questions.change',
                )}
              </Button>
              {mine === null ? null : (
                <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
                  {t('agreement.takeBack')}
                </Button>
              )}
              {draft === undefined ? null : (
                <Quiet small>{t(draft.shown ? 'agreement.onlyYouChanges' : 'agreement.onlyYou')}</Quiet>
              )}
            </Row>
          )}
          <FailureNotice error={takeBack.error} />
        </Stack>
      )}
    </Card>
  );
}

/** Both people's answers, the supervisee's first. */
export function AnswersRead(props: {
  view: AgreementView;
  names: { supervisee: string; supervisor: string };
}) {
  const { t } = useText();
  const { view, names } = props;
  return (
    <Stack gap="loose">
      {view.answers.map(({ question, supervisee, supervisor }) => (
        <Stack key={question} gap="close">
          <h3>{t(`agreement.question.${question}`)}</h3>
          <VoicePair
            supervisee={{ name: names.supervisee, children: <Answer text={supervisee} /> }}
            supervisor={{ name: names.supervisor, children: <Answer text={supervisor} /> }}
          />
        </Stack>
      ))}
    </Stack>
  );
}

function Answer({ text }: { text: string | null }) {
  const { t } = useText();
  return text === null ? <Quiet>{t('agreement.nothing')}</Quiet> : <Words>{text}</Words>;
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
      <ShowBar draft={draft ?? null} autosave={writing.autosave} onClose={onClose} />
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
