import type { CircleView } from '../../../shared/contract/circles.ts';
import { call, useCall } from '../../api.ts';
import { SpaceExchange } from '../../exchange/SpaceExchange.tsx';
import { useText } from '../../i18n.ts';
import { Card, Disclosure, GoLink, Loaded, Page, Quiet, Stack } from '../../ui/index.ts';
import styles from './Circles.module.css';
import { LeaveCircle } from './LeaveCircle.tsx';
import { NewMeeting } from './NewMeeting.tsx';
import { People } from './People.tsx';

/** One circle: its meetings, its people, how its exchange stands. */
export function CirclePage({ id }: { id: string }) {
  const { t, formatDate, formatList } = useText();
  const circle = useCall('circles.get', { space: id });
  return (
    <Loaded call={circle}>
      {(view) => (
        <Page
          title={view.name === '' ? t('circles.unnamed') : view.name}
          lead={
            view.leftAt === null
              ? t('circles.list.with', {
                  names: formatList(view.members.filter((one) => one.known !== 'me').map((one) => one.name)),
                })
              : t('circles.left', { date: formatDate(view.leftAt) })
          }
          above={
            <GoLink to="circles" with={{}}>
              {t('circles.back')}
            </GoLink>
          }
        >
          <Stack gap="loose">
            <Meetings circle={view} />
            {view.leftAt === null ? <NewMeeting space={view.space} /> : null}
            <Disclosure title={t('circles.people.title')} level={2}>
              <People circle={view} />
            </Disclosure>
            {view.leftAt === null ? (
              <>
                <Disclosure
                  title={t('circles.exchange.title')}
                  level={2}
                  startsOpen={needsCare(view.exchange)}
                >
                  <SpaceExchange
                    space={view.space}
                    folder={view.folder}
                    exchange={view.exchange}
                    folderHelp={t('circles.folderHelp')}
                    onFolder={(folder) => call('circles.setFolder', { space: view.space, folder })}
                  />
                </Disclosure>
                <Disclosure title={t('circles.leave.open')} level={2}>
                  <LeaveCircle space={view.space} />
                </Disclosure>
              </>
            ) : null}
          </Stack>
        </Page>
      )}
    </Loaded>
  );
}

function Meetings({ circle }: { circle: CircleView }) {
  const { t, formatDate } = useText();
  return (
    <Card title={t('circles.meetings.title')}>
      {circle.meetings.length === 0 ? (
        <Quiet>{t('circles.meetings.none')}</Quiet>
      ) : (
        <ul className={styles.plain}>
          {circle.meetings.map((meeting) => (
            <li key={meeting.meeting}>
              <GoLink to="circleMeeting" with={{ id: meeting.meeting }}>
                {meeting.title}
              </GoLink>
              <Quiet small>
                {t('circles.meetings.keptBy', {
                  date: formatDate(meeting.date),
                  name: meeting.keeperName,
                })}
              </Quiet>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function needsCare({ state, setAside, refused }: CircleView['exchange']): boolean {
  return state !== 'ready' || setAside.length > 0 || refused.length > 0;
}
