import { useState } from 'react';
import type { PhraseView } from '../../../shared/contract/phrases.ts';
import type { PhraseBody } from '../../../shared/model/phrase.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { type Unsent, WithUnsent } from '../../kept/WithUnsent.tsx';
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

type PhraseFields = { say: string; insteadOf: string; why: string; language: PhraseBody['language'] };

/** A phrase of my own, new or changed. It stays mine alone until it is shown. What is typed is there again until it is kept or put away. */
export function PhraseForm(props: { phrase: PhraseView | null; onDone: () => void }) {
  const { language } = useText();
  const { phrase } = props;
  const { say = '', insteadOf = '', why = '' } = phrase ?? {};
  const empty: PhraseFields = { say, insteadOf, why, language: phrase?.language ?? language };
  return (
    <WithUnsent form="phrase" about={phrase?.item ?? null} empty={empty}>
      {(unsent) => <Fields {...props} unsent={unsent} />}
    </WithUnsent>
  );
}

function Fields(props: { phrase: PhraseView | null; unsent: Unsent<PhraseFields>; onDone: () => void }) {
  const { t } = useText();
  const { phrase, onDone } = props;
  const { value: body, change, flush, done, putAway } = props.unsent;
  const [isWordNeeded, setWordNeeded] = useState(false);
  const save = useAction(async () => {
    if (body.say.trim() === '') {
      setWordNeeded(true);
      return;
    }
    await flush();
    await call('phrases.save', { ...body, item: phrase?.item ?? null });
    await done();
    onDone();
  });
  const leaving = useAction(async () => {
    await putAway();
    onDone();
  });
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
        <FailureNotice error={save.error ?? leaving.error} />
        <Row>
          <Button kind="primary" onPress={() => void save.run()} isBusy={save.busy}>
            {t('common.save')}
          </Button>
          <Button onPress={() => void leaving.run()} isBusy={leaving.busy}>
            {t('common.cancel')}
          </Button>
          <Quiet small>{t('phrasebook.onlyYou')}</Quiet>
        </Row>
      </Stack>
    </Card>
  );
}
