import type { AgreementDraft } from '../../../shared/contract/agreements.ts';
import { agreementQuestions, arrangementKeys } from '../../../shared/model/agreement.ts';
import { useText } from '../../i18n.ts';
import { Words } from '../../ui/index.ts';
import styles from './Agreement.module.css';
import { promisedBy } from './promisedBy.ts';

/** A working copy as it will read when it is shown: what is empty is not there. */
export function DraftRead({ draft }: { draft: AgreementDraft }) {
  const text = useText();
  const { t, formatDate } = text;
  switch (draft.kind) {
    case 'agreementAnswers':
      return (
        <dl className={styles.read}>
          {agreementQuestions.map((question) => (
            <Said key={question} label={t(`agreement.question.${question}`)} text={draft.body[question]} />
          ))}
        </dl>
      );
    case 'arrangements': {
      const { values, reviewOn, policyRead } = draft.body;
      return (
        <dl className={styles.read}>
          {arrangementKeys.map((key) => (
            <Said key={key} label={t(`agreement.key.${key}`)} text={values[key] ?? ''} />
          ))}
          <Said label={t('agreement.key.reviewOn')} text={reviewOn === null ? '' : formatDate(reviewOn)} />
          {policyRead ? <dt>{t('agreement.arrangements.policyRead')}</dt> : null}
        </dl>
      );
    }
    case 'leaderPromise':
      return (
        <>
          <Words>{draft.body.text}</Words>
          <p>{promisedBy(text, { ...draft.body, leaderRole: draft.body.role })}</p>
        </>
      );
    case 'agreementLine':
      return (
        <dl className={styles.read}>
          <Said label={t(`agreement.private.${draft.body.part}`)} text={draft.body.text} />
        </dl>
      );
  }
}

function Said({ label, text }: { label: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Words>{text}</Words>
      </dd>
    </div>
  );
}
