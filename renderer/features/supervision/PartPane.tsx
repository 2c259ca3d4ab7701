import { Suspense } from 'react';
import { useText } from '../../i18n.ts';
import { Button, Quiet, Row } from '../../ui/index.ts';
import { slots } from '../index.ts';
import { MeetingDay } from './MeetingDay.tsx';
import styles from './Session.module.css';
import { SlowStart } from './SlowStart.tsx';
import { useSession } from './sessionContext.ts';
import { useHeading } from './TopicPane.tsx';
import { Voices } from './Voices.tsx';

/** Arriving and How we work: parts of every session that may stay empty, and look the same when they do. */
export function PartPane(props: { part: 'arriving' | 'howWeWork'; onLeave: (place: string) => void }) {
  const { t } = useText();
  const { page, nameOf, isSigned } = useSession();
  const heading = useHeading();
  const { part } = props;
  const isArriving = part === 'arriving';
  const goesFirst = isArriving && page.me === 'supervisor' && !page.together;
  const CheckIn = page.together || isSigned ? null : slots.arriving;
  return (
    <>
      <div className={styles.part}>
        <h2 ref={heading} tabIndex={-1} className={styles.paneTitle}>
          {t(`sessions.part.${part}`)}
        </h2>
        <Quiet>
          {t(goesFirst ? 'sessions.arriving.youFirst' : `sessions.${part}.help`, {
            name: nameOf('supervisor'),
          })}
        </Quiet>
        {isArriving && page.mayChangeDate && !page.together ? <MeetingDay /> : null}
      </div>
      <Voices place={part} view={page.view[part]} />
      {isSigned ? null : (
        <Row>
          <Button onPress={() => props.onLeave(isArriving ? 'promises' : 'beforeWeGo')}>
            {t(`sessions.${part}.skip`)}
          </Button>
          {isArriving ? <SlowStart /> : null}
        </Row>
      )}
      {isArriving && CheckIn !== null ? (
        <Suspense>
          <CheckIn />
        </Suspense>
      ) : null}
    </>
  );
}
