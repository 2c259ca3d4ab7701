import { useState } from 'react';
import type { PhraseView } from '../../../shared/contract/phrases.ts';
import type { PhraseBody } from '../../../shared/model/phrase.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Choices,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts';

/** A phrase of my own, new or changed. It stays mine alone until it is shown. */
export function PhraseForm(props: { phrase: PhraseView | null; onDone: () => void }) {
  const { t, language } = useText();
  const { phrase, onDone } = props;
  const [body, setBody] = useState<PhraseBody>({
    say: phrase?.say ?? '',
    insteadOf: phrase?.insteadOf ?? '',
    why: phrase?.why ?? '',
    language: phrase?.language ?? language,
  });
  const [isWordNeeded, setWordNeeded] = useState(false);
  const save = useAction(async () => {
    if (body.say.trim() === '') {
      setWordNeeded(true);
      return;
    }
    await call('phrases.save', { ...body, item: phrase?.item ?? null });
    onDone();
  });
  const change = (part: Partial<PhraseBody>) => setBody({ ...body, ...part });
  return (
    <Card title={t(phrase === null ? 'phrasebook.new.title' : 'phrasebook.edit.title')}>
      <Stack>
        <TextField
          label={t('phrasebook.say')}
          value={body.say}
          onChange={(say) => change({ say })}
          error={isWordNeeded && body.say.trim() === '' ? t('phrasebook.say.needed') : null}
          maxLength={500}
          autoFocus
        />
        <TextField
          label={t('phrasebook.insteadOf')}
          optional
          value={body.insteadOf}
          onChange={(insteadOf) => change({ insteadOf })}
          maxLength={500}
        />
        <TextArea
          label={t('phrasebook.why')}
          optional
          value={body.why}
          onChange={(why) => change({ why })}
          maxLength={2000}
          short
        />
        <Choices<PhraseBody['language']>
          label={t('phrasebook.language')}
          value={body.language}
          onChange={(next) => change({ language: next })}
          options={(['en-GB', 'cy'] as const).map((value) => ({
            value,
            label: t(`phrasebook.language.${value}`),
          }))}
        />
        <FailureNotice error={save.error} />
        <Row>
          <Button kind="primary" onPress={() => void save.run()} isBusy={save.busy}>
            {t('common.save')}
          </Button>
          <Button onPress={onDone}>{t('common.cancel')}</Button>
          <Quiet small>{t('phrasebook.onlyYou')}</Quiet>
        </Row>
      </Stack>
    </Card>
  );
}
