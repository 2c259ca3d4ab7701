import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import {
  Card,
  EmptyState,
  GoLink,
  Loaded,
  Page,
  Quiet,
  SavedState,
  Stack,
  TextArea,
} from '../../ui/index.ts';
import styles from './Session.module.css';

type Prepared = Output<'preparation.get'>['pairs'][number];

/** A supervisor's look ahead across pairs: by name, read only, with a private note for each. Nobody is set beside anybody. */
export function PreparationPage() {
  const { t } = useText();
  const preparation = useCall('preparation.get', {});
  return (
    <Page
      title={t('preparation.title')}
      lead={t('preparation.lead')}
      above={
        <GoLink to="supervision" with={{}}>
          {t('sessions.pair.back')}
        </GoLink>
      }
    >
      <Loaded call={preparation}>
        {({ pairs }) => (
          <Stack gap="loose">
            {pairs.length === 0 ? <EmptyState>{t('preparation.none')}</EmptyState> : null}
            {pairs.map((pair) => (
              <OnePair key={pair.space} pair={pair} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function OnePair({ pair }: { pair: Prepared }) {
  const { t, formatDate } = useText();
  const { next } = pair;
  return (
    <Card title={pair.name}>
      <Stack>
        {next === null ? (
          <p>{t('preparation.noSession')}</p>
        ) : (
          <Stack gap="close">
            <GoLink to="session" with={{ id: next.session }}>
              {t('preparation.next', { date: formatDate(next.date) })}
            </GoLink>
            {(['supervisee', 'supervisor'] as const).map((role) => (
              <Topics
                key={role}
                label={
                  role === 'supervisor'
                    ? t('sessions.topics.mine')
                    : t('sessions.topics.of', { name: pair.name })
                }
                titles={next.topics.filter((topic) => topic.role === role)}
              />
            ))}
          </Stack>
        )}
        {pair.promises.length === 0 ? null : (
          <div>
            <Quiet>{t('preparation.promised')}</Quiet>
            <ul className={styles.short}>
              {pair.promises.map(({ item, text, due }) => (
                <li key={item} className={styles.kept}>
                  {text}
                  {due === null ? '' : ` · ${t('sessions.promise.by', { date: formatDate(due) })}`}
                </li>
              ))}
            </ul>
          </div>
        )}
        {pair.reviews.length === 0 ? null : (
          <div>
            <Quiet>{t('preparation.reviews')}</Quiet>
            <ul className={styles.short}>
              {pair.reviews.map(({ date, title }) => (
                <li key={`${date} ${title}`}>
                  {t('preparation.review', {
                    date: formatDate(date),
                    title: title ?? t('sessions.part.howWeWork'),
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Note pair={pair} />
      </Stack>
    </Card>
  );
}

function Topics(props: {
  label: string;
  titles: readonly { readonly topic: string; readonly title: string }[];
}) {
  if (props.titles.length === 0) return null;
  return (
    <>
      <Quiet>{props.label}</Quiet>
      <ul className={styles.short}>
        {props.titles.map(({ topic, title }) => (
          <li key={topic}>{title}</li>
        ))}
      </ul>
    </>
  );
}

function Note({ pair }: { pair: Prepared }) {
  const { t } = useText();
  const [text, setText] = useState(pair.note);
  const { space } = pair;
  const autosave = useAutosave({
    key: `preparation:${space}`,
    method: 'preparation.saveNote',
    toInput: (value: string) => ({ space, text: value }),
  });
  return (
    <>
      <TextArea
        label={t('preparation.note', { name: pair.name })}
        description={t('preparation.theyCouldAsk')}
        wide
        short
        value={text}
        onChange={(value) => {
          setText(value);
          autosave.change(value);
        }}
        onBlur={() => void autosave.flush()}
        maxLength={20_000}
      />
      <SavedState autosave={autosave} />
    </>
  );
}
