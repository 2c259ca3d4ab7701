import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Loaded, Quiet } from '../../ui/index.ts';
import styles from './TodayPage.module.css';

/** The few pages written last, to go on with. */
export function RecentPages() {
  const { t, formatRelativeDay } = useText();
  const recent = useCall('pages.list', { before: null, upTo: null, limit: 5 });
  return (
    <Card title={t('today.recent.title')}>
      <Loaded call={recent}>
        {({ pages }) =>
          pages.length === 0 ? (
            <Quiet>{t('today.recent.none')}</Quiet>
          ) : (
            <ul className={styles.list}>
              {pages.map((page) => (
                <li key={page.item}>
                  <GoLink to="page" with={{ id: page.item }}>
                    {page.title || firstWords(page.excerpt) || t('today.recent.untitled')}
                  </GoLink>{' '}
                  <span className={styles.day}>{formatRelativeDay(page.date)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

/** The start of a page, cut between words. */
function firstWords(excerpt: string): string {
  return excerpt.length <= 60 ? excerpt : `${excerpt.slice(0, 60).replace(/\s+\S*$/, '')}\u00a0…`;
}
