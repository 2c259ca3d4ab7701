import type { ConsentAsked } from '../../../shared/contract/evidence.ts';
import { findProfile } from '../../../shared/profiles/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Quiet, Row, Stack, Words } from '../../ui/index.ts';
import styles from './Year.module.css';

/** Words of mine that somebody asks to use. Nothing is shown when nobody asks. */
export function AskedOfMe() {
  const { t } = useText();
  const asked = useCall('consents.askedOfMe', {});
  const requests = asked.value?.requests ?? [];
  if (asked.state === 'failed') return <FailureNotice error={asked.error} onRetry={asked.reload} />;
  if (requests.length === 0) return null;
  return (
    <Card title={t('evidence.asked.title')}>
      {requests.some(({ answer }) => answer === null) ? <Quiet>{t('evidence.asked.silence')}</Quiet> : null}
      <Stack gap="loose">
        {requests.map((request) => (
          <Asked key={request.request} asked={request} />
        ))}
      </Stack>
    </Card>
  );
}

function Asked({ asked }: { asked: ConsentAsked }) {
  const { t, language, formatDate } = useText();
  const { name, answer } = asked;
  const say = useAction((said: 'yes' | 'no') =>
    call('consents.answer', { request: asked.request, answer: said }),
  );
  const purpose = findProfile(asked.profile)?.name[language] ?? asked.profile;
  return (
    <article className={styles.asked}>
      <p>{t('evidence.asked.text', { name })}</p>
      <Words>{asked.text}</Words>
      <p>{t('evidence.asked.for', { purpose, audience: asked.audience, date: formatDate(asked.until) })}</p>
      {answer === 'yes' ? <p>{t('evidence.asked.saidYes')}</p> : null}
      {answer === 'no' ? <p>{t('evidence.asked.saidNo', { name })}</p> : null}
      <Row>
        {answer === 'yes' ? (
          <Button onPress={() => void say.run('no')} isBusy={say.busy}>
            {t('evidence.asked.takeBack')}
          </Button>
        ) : (
          <Button onPress={() => void say.run('yes')} isBusy={say.busy}>
            {t('evidence.asked.yes')}
          </Button>
        )}
        {answer === null ? (
          <Button
            onPress={() => void say.run('no')}
            isBusy={say.busy}
            label={t('evidence.asked.noLabel', { name })}
          >
            {t('evidence.asked.no')}
          </Button>
        ) : null}
        {answer === 'yes' ? <Quiet>{t('evidence.asked.after')}</Quiet> : null}
      </Row>
      <FailureNotice error={say.error} />
    </article>
  );
}
