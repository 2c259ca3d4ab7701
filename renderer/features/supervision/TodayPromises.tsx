import { useCall } from '../../api.ts';
import { isEvening } from '../../frame/evening.ts';
import { useText } from '../../i18n.ts';
import { Card, Disclosure, GoLink, Quiet } from '../../ui/index.ts';
import styles from './Session.module.css';

/** My open promises, on Today; folded in the evening, when nobody has to keep one. */
export function TodayPromises() {
  const { t, formatDate } = useText();
  const { value } = useCall('promises.list', { space: null, openOnly: true });
  const mine = value?.promises.filter((promise) => promise.mine) ?? [];
  if (mine.length === 0) return null;
  const pairs = [...new Map(mine.map((promise) => [promise.space, promise.toName]))];
  return (
    <Card>
      <Disclosure title={t('sessions.today.promises')} level={2} startsOpen={!isEvening()}>
        <ul className={styles.plain}>
          {mine.map((promise) => (
            <li key={promise.item}>
              <p className={styles.kept}>{promise.text}</p>
              <Quiet small>
                {promise.due === null
                  ? t('sessions.today.to', { name: promise.toName })
                  : t('sessions.today.toBy', { name: promise.toName, date: formatDate(promise.due) })}
              </Quiet>
            </li>
          ))}
        </ul>
        {pairs.map(([space, name]) => (
          <p key={space}>
            <GoLink to="promises" with={{ id: space }}>
              {t('promises.allWith', { name })}
            </GoLink>
          </p>
        ))}
      </Disclosure>
    </Card>
  );
}
