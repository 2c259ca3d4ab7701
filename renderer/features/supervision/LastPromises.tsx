import type { PromiseView } from '../../../shared/model/sessionView.ts';
import { useText } from '../../i18n.ts';
import { Quiet } from '../../ui/index.ts';
import { MarkPromise } from './MarkPromise.tsx';
import { ShownPromise } from './Promises.tsx';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';
import { useHeading } from './TopicPane.tsx';

/** Promises of earlier sessions, the supervisor's first. Each person speaks only of their own. */
export function LastPromises() {
  const { t, formatDate } = useText();
  const { page, isSigned, typingFor } = useSession();
  const heading = useHeading();
  // Once both have signed, what was said of them here is read from the record.
  const signed: readonly PromiseView[] = page.view.marked;
  return (
    <>
      <div className={styles.part}>
        <h2 ref={heading} tabIndex={-1} className={styles.paneTitle}>
          {t('sessions.part.promises')}
        </h2>
        <Quiet>{t('sessions.promises.help', { name: page.members.supervisor.name })}</Quiet>
      </div>
      <ul className={styles.plain}>
        {isSigned
          ? signed.map((promise) => (
              <li key={promise.item}>
                <ShownPromise promise={promise} />
              </li>
            ))
          : page.lastPromises.map((promise) => (
              <li key={promise.item}>
                <ShownPromise promise={promise} />
                <Quiet small>{t('sessions.promise.from', { date: formatDate(promise.madeOn) })}</Quiet>
                {promise.mine && typingFor === page.me ? (
                  <MarkPromise item={promise.item} session={page.session} state={promise.state} />
                ) : null}
              </li>
            ))}
      </ul>
      {(isSigned ? signed : page.lastPromises).length === 0 ? <p>{t('sessions.promises.none')}</p> : null}
    </>
  );
}
