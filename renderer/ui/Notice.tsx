import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n.ts';
import styles from './Notice.module.css';

const icons = { info: Info, caution: TriangleAlert, error: CircleAlert } as const;

/** Something to know. `error` is read out at once; the others are found when they are reached. */
export function Notice(props: {
  tone?: 'info' | 'caution' | 'error';
  title?: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  const { t } = useText();
  const tone = props.tone ?? 'info';
  const Icon = icons[tone];
  return (
    <div
      className={`${styles.notice} ${tone === 'info' ? '' : styles[tone]}`}
      {...(tone === 'error' ? { role: 'alert' } : {})}
    >
      <Icon className={styles.icon} size={20} role="img" aria-label={t(`common.notice.${tone}`)} />
      <div className={styles.body}>
        {props.title ? <p className={styles.title}>{props.title}</p> : null}
        <div>{props.children}</div>
        {props.action ? <div>{props.action}</div> : null}
      </div>
    </div>
  );
}
