import { Suspense, useState } from 'react';
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
  Stack,
} from '../../ui/index.ts';
import { slots } from '../index.ts';
import { Balance } from './Balance.tsx';
import { ChoicesCard } from './ChoicesCard.tsx';
import { MarkPromise } from './MarkPromise.tsx';
import { PairWays } from './PairWays.tsx';
import styles from './Session.module.css';

/** The sessions of one pair, newest first, and what each has promised the other. */
export function PairPage({ id }: { id: string }) {
  const { t } = useText();
  const pair = useCall('pairs.get', { space: id });
  return (
    <Loaded call={pair}>
      {({ other, endedAt }) => (
        <Page
          title={t('sessions.pair.title', { name: other.name })}
          above={
            <GoLink to="supervision" with={{}}>
              {t('sessions.pair.back')}
            </GoLink>
          }
        >
          <Stack gap="loose">
            {endedAt === null ? <NewSession space={id} /> : <p>{t('pairs.card.ended')}</p>}
            <Sessions space={id} />
            <OpenPromises space={id} />
            {slots.pairAgreement === null ? null : (
              <Suspense>
                <slots.pairAgreement space={id} />
              </Suspense>
            )}
            {endedAt === null ? (
              <>
                <PairWays space={id} otherName={other.name} />
                <Balance space={id} />
                <ChoicesCard space={id} />
              </>
            ) : null}
            {slots.onPair.map(({ key, Part }) => (
              <Suspense key={key}>
                <Part space={id} />
              </Suspense>
            ))}
          </Stack>
        </Page>
      )}
    </Loaded>
  );
}

function NewSession({ space }: { space: string }) {
  const { t } = useText();
  const [date, setDate] = useState<string | null>(todayDate());
  const create = useAction(async () => {
    if (date === null) return;
    const { session } = await call('sessions.create', { space, date });
    go('session', { id: session });
  });
  return (
    <Card title={t('sessions.new.title')}>
      <Stack>
        <DateField label={t('sessions.new.date')} value={date} onChange={setDate} />
        <Row>
          <Button
            kind="primary"
            onPress={() => void create.run()}
            isBusy={create.busy}
            isDisabled={date === null}
          >
            {t('sessions.new.create')}
          </Button>
        </Row>
        <FailureNotice error={create.error} />
      </Stack>
    </Card>
  );
}

function Sessions({ space }: { space: string }) {
  const { t, formatDate } = useText();
  const sessions = useCall('sessions.list', { space });
  return (
    <Card title={t('sessions.list.title')}>
      <Loaded call={sessions}>
        {(list) =>
          list.sessions.length === 0 ? (
            <Quiet>{t('sessions.list.none')}</Quiet>
          ) : (
            <ul className={styles.plain}>
              {list.sessions.map((session) => (
                <li key={session.session}>
                  <GoLink to="session" with={{ id: session.session }}>
                    {formatDate(session.date)}
                  </GoLink>
                  <Quiet>
                    {session.kind === 'corridor' ? `${t('corridor.kind')} · ` : ''}
                    {t(`sessions.state.${session.state}`, { name: session.otherName })}
                  </Quiet>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function OpenPromises({ space }: { space: string }) {
  const { t, formatDate } = useText();
  const promises = useCall('promises.list', { space, openOnly: true });
  return (
    <Card
      title={t('sessions.promises.open')}
      action={
        <GoLink to="promises" with={{ id: space }}>
          {t('promises.all')}
        </GoLink>
      }
    >
      <Loaded call={promises}>
        {(list) =>
          list.promises.length === 0 ? (
            <Quiet>{t('sessions.promises.none')}</Quiet>
          ) : (
            <ul className={styles.plain}>
              {list.promises.map((promise) => (
                <li key={promise.item} className={styles.said}>
                  <p className={styles.kept}>
                    <strong>{promise.ownerName}:</strong> {promise.text}
                  </p>
                  {promise.due === null ? null : (
                    <Quiet>{t('sessions.promise.by', { date: formatDate(promise.due) })}</Quiet>
                  )}
                  {promise.mine ? <MarkPromise item={promise.item} session={null} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
