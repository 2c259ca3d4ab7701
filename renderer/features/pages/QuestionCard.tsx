import { useState } from 'react';
import type { Language } from '../../../shared/i18n/index.ts';
import { core } from '../../../shared/reflection/core.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Notice, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './Pages.module.css';

/** The four core questions as a small page to take along on visits, in either language. */
export function QuestionCard() {
  const { t } = useText();
  const [path, setPath] = useState<string | null>(null);
  const print = useAction(async (language: Language) => {
    setPath((await call('cards.print', { language, path: null })).path);
  });
  return (
    <Disclosure title={t('meetings.card.open')} level={2}>
      <Stack>
        <Quiet>{t('meetings.card.lead')}</Quiet>
        <div className={styles.card}>
          <p>{t('meetings.card.title')}</p>
          <ol>
            {core.prompts.map((prompt) => (
              <li key={prompt}>{t(`reflection.prompt.${prompt}`)}</li>
            ))}
          </ol>
        </div>
        <Row>
          {(['en-GB', 'cy'] as const).map((language) => (
            <Button key={language} onPress={() => void print.run(language)} isDisabled={print.busy}>
              {t(`meetings.card.print.${language}`)}
            </Button>
          ))}
        </Row>
        <div role="status">
          {path === null ? null : <Notice>{t('meetings.card.printed', { path })}</Notice>}
        </div>
        <FailureNotice error={print.error} />
      </Stack>
    </Disclosure>
  );
}
