import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  DateField,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import styles from './Circles.module.css';

const mostRounds = 12;
type Asked = { readonly key: number; readonly text: string };

/** What it is about, when, and the questions that go round. Nothing is shown until it is set up. */
export function NewMeeting({ space }: { space: string }) {
  const { t } = useText();
  const [title, setTitle] = useState('');
  const [date, setDate] = useState<string | null>(todayDate());
  const [asked, setAsked] = useState<readonly Asked[]>([{ key: 0, text: '' }]);
  const [isTried, setTried] = useState(false);
  const questions = asked.map((one) => one.text.trim()).filter((text) => text !== '');
  const isReady = title.trim() !== '' && date !== null && questions.length > 0;
  const create = useAction(async () => {
    setTried(true);
    if (!isReady) return;
    const { meeting } = await call('circles.createMeeting', { space, title: title.trim(), date, questions });
    go('circleMeeting', { id: meeting });
  });
  const change = (key: number, text: string) =>
    setAsked(asked.map((one) => (one.key === key ? { key, text } : one)));
  const add = () => setAsked([...asked, { key: 1 + Math.max(...asked.map((one) => one.key)), text: '' }]);
  return (
    <Disclosure title={t('circles.new.title')} level={2}>
      <Stack>
        <Quiet>{t('circles.new.help')}</Quiet>
        <TextField label={t('circles.new.name')} value={title} onChange={setTitle} maxLength={300} />
        <DateField label={t('circles.new.date')} value={date} onChange={setDate} />
        {asked.map((one, index) => (
          <div key={one.key} className={styles.question}>
            <TextArea
              label={t('circles.new.question', { number: index + 1 })}
              value={one.text}
              onChange={(text) => change(one.key, text)}
              maxLength={2_000}
              short
            />
            {asked.length > 1 ? (
              <Row>
                <Button kind="plain" onPress={() => setAsked(asked.filter((other) => other.key !== one.key))}>
                  {t('circles.new.remove', { number: index + 1 })}
                </Button>
              </Row>
            ) : null}
          </div>
        ))}
        <Row>
          {asked.length < mostRounds ? <Button onPress={add}>{t('circles.new.add')}</Button> : null}
          <Button kind="primary" onPress={() => void create.run()} isBusy={create.busy}>
            {t('circles.new.create')}
          </Button>
        </Row>
        <div role="status">{isTried && !isReady ? <p>{t('circles.new.need')}</p> : null}</div>
        <FailureNotice error={create.error} />
      </Stack>
    </Disclosure>
  );
}
