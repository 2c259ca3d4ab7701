import type { ReactNode } from 'react';
import { useText } from '../../i18n.ts';
import styles from './Practice.module.css';

/** Around everything one practises: nobody can take it for a record, whatever they see of it. */
export function PracticeFrame({ children }: { children: ReactNode }) {
  const { t } = useText();
  return (
    <div className={styles.frame} data-practice="">
      <p className={styles.banner} role="note">
        <strong>{t('practice.banner')}</strong> {t('practice.bannerMore')}
      </p>
      {children}
    </div>
  );
}
