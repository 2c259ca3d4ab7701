import { useText } from '../../i18n.ts';
import { Button, Quiet, Row } from '../../ui/index.ts';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';
import { useHeading } from './TopicPane.tsx';
import { Voices } from './Voices.tsx';

/** Arriving and How we work: parts of every session that may stay empty, and look the same when they do. */
export function PartPane(props: { part: 'arriving' | 'howWeWork'; onLeave: (place: string) => void }) {
  const { t } = useText();
  const { page, nameOf, isSigned } = useSession();
  const heading = useHeading();
  const { part } = props;
  const next = part === 'arriving' ? 'promises' : 'beforeWeGo';
  return (
    <>
      <div className={styles.part}>
        <h2 ref={heading} tabIndex={-1} className={styles.paneTitle}>
          {t(`sessions.part.${part}`)}
        </h2>
        <Quiet>{t(`sessions.${part}.help`, { name: nameOf('supervisor') })}</Quiet>
      </div>
      <Voices place={part} view={page.view[part]} />
      {isSigned ? null : (
        <Row>
          <Button onPress={() => props.onLeave(next)}>{t(`sessions.${part}.skip`)}</Button>
        </Row>
      )}
    </>
  );
}
