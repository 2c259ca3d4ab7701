import { useState } from 'react';
import { type MeetingType, meetingTypes } from '../../../shared/reflection/formal.ts';
import { call, useAction, useCall } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  DateField,
  FailureNotice,
  GoLink,
  Loaded,
  Page,
  Quiet,
  Row,
  Select,
} from '../../ui/index.ts';
import { QuestionCard } from './QuestionCard.tsx';
import styles from './Pages.module.css';

/** Sheets for formal work, newest first, a new one, and the card for visits. */
export function MeetingsPage() {
  const { t } = useText();
  return (
    <Page
      title={t('meetings.title')}
      lead={t('meetings.lead')}
      above={
        <GoLink to="pages" with={{}}>
          {t('pages.back')}
        </GoLink>
      }
    >
      <NewMeeting />
      <MeetingList />
      <QuestionCard />
    </Page>
  );
}

function NewMeeting() {
  const { t } = useText();
  const [meeting, setMeeting] = useState<MeetingType>('family');
  const [date, setDate] = useState<string | null>(todayDate());
  const begin = useAction(async () => {
    if (date === null) return;
    const title = t(`meetings.type.${meeting}`);
    const { item } = await call('meetings.create', { date, meeting, title });
    go('page', { id: item });
  });
  return (
    <Card title={t('meetings.new')}>
      <Row>
        <Select
          label={t('meetings.type')}
          value={meeting}
          onChange={setMeeting}
          options={meetingTypes.map((type) => ({ value: type, label: t(`meetings.type.${type}`) }))}
        />
        <DateField label={t('meetings.date')} value={date} onChange={setDate} />
      </Row>
      <div>
        <Button
          kind="primary"
          onPress={() => void begin.run()}
          isBusy={begin.busy}
          isDisabled={date === null}
        >
          {t('meetings.begin')}
        </Button>
      </div>
      <FailureNotice error={begin.error} />
    </Card>
  );
}

function MeetingList() {
  const { t, formatDate } = useText();
  const list = useCall('meetings.list', {});
  return (
    <Loaded call={list}>
      {({ meetings }) =>
        meetings.length === 0 ? (
          <Quiet>{t('meetings.none')}</Quiet>
        ) : (
          <ul className={styles.list}>
            {meetings.map(({ item, date, title, meeting }) => {
              const name = t(`meetings.type.${meeting}`);
              return (
                <li key={item}>
                  <GoLink to="page" with={{ id: item }} className={styles.row}>
                    <span className={styles.day}>{formatDate(date)}</span>
                    <span className={styles.words}>
                      <span className={styles.name}>{title || name}</span>
                      {title === '' || title === name ? null : <span className={styles.excerpt}>{name}</span>}
                    </span>
                  </GoLink>
                </li>
              );
            })}
          </ul>
        )
      }
    </Loaded>
  );
}
