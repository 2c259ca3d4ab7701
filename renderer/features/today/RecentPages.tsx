import { useState } from 'react';
import type { PageRow } from '../../../shared/contract/pages.ts';
import { useCall } from '../../api.ts';
import { isEvening } from '../../frame/evening.ts';
import { useText } from '../../i18n.ts';
import { Card, Disclosure, GoLink, Loaded, Quiet } from '../../ui/index.ts';
import styles from './TodayPage.module.css';

/**
 * The few pages written last, to go on with. Folded in the evening: what was just put down must not be the first thing that
 * whoever opens the window next reads.
 */
export function RecentPages() {
  const { t } = useText();
  const recent = useCall('pages.list', { before: null, upTo: null, limit: 5 });
  const [isFolded] = useState(isEvening);
  const title = t('today.recent.title');
  return (
    <Loaded call={recent}>
      {({ pages }) =>
        pages.length === 0 ? (
          <Card title={title}>
            <Quiet>{t('today.recent.none')}</Quiet>
          </Card>
        ) : isFolded ? (
          <Card>
            <Disclosure title={title} level={2}>
              <Links pages={pages} />
            </Disclosure>
          </Card>
        ) : (
          <Card title={title}>
            <Links pages={pages} />
          </Card>
        )
      }
    </Loaded>
  );
}

function Links(props: { pages: readonly PageRow[] }) {
  const { t, formatRelativeDay } = useText();
  return (
    <ul className={styles.list}>
      {props.pages.map((page) => (
        <li key={page.item}>
          <GoLink to="page" with={{ id: page.item }}>
            {page.title || firstWords(page.excerpt) || t('today.recent.untitled')}
          </GoLink>{' '}
          <span className={styles.day}>{formatRelativeDay(page.date)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The start of a page, cut between words. */
function firstWords(excerpt: string): string {
  return excerpt.length <= 60 ? excerpt : `${excerpt.slice(0, 60).replace(/\s+\S*$/, '')}\u00a0…`;
}
