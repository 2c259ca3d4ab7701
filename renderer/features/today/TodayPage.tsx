import { Suspense } from 'react';
import { useText } from '../../i18n.ts';
import { Page } from '../../ui/index.ts';
import { features, slots } from '../index.ts';
import { HowWasItCard } from './HowWasItCard.tsx';
import { RecentPages } from './RecentPages.tsx';
import styles from './TodayPage.module.css';
import { WriteCard } from './WriteCard.tsx';

/** What one comes in for: write, note how it was, see what is next. Cards of other features come through their slot. */
export function TodayPage() {
  const { t, formatDay } = useText();
  return (
    <Page title={t('today.title')} lead={formatDay(new Date())}>
      <div className={styles.cards}>
        {'page' in features ? <WriteCard /> : null}
        {'moments' in features ? <HowWasItCard /> : null}
        {slots.todayCards.map(({ key, Card }) => (
          <Suspense key={key}>
            <Card />
          </Suspense>
        ))}
        {'page' in features ? <RecentPages /> : null}
      </div>
    </Page>
  );
}
