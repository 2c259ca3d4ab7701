import { Suspense } from 'react';
import { useText } from '../../i18n.ts';
import { Page } from '../../ui/index.ts';
import { slots } from '../index.ts';
import styles from './TodayPage.module.css';

/** What one comes in for: write, note how it was, see what is next. Each card comes from the feature that knows. */
export function TodayPage() {
  const { t, formatDay } = useText();
  return (
    <Page title={t('today.title')} lead={formatDay(new Date())}>
      <div className={styles.cards}>
        {slots.todayCards.map(({ key, Card }) => (
          <Suspense key={key}>
            <Card />
          </Suspense>
        ))}
      </div>
    </Page>
  );
}
