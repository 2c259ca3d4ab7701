import { useId, useState } from 'react';
import { useEvent } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button } from './Button.tsx';
import { Row } from './Layout.tsx';
import styles from './ProgressWithCancel.module.css';

/** How far the long work `batch` is, from its progress events, and a way to stop it. */
export function ProgressWithCancel(props: { label: string; batch: string; onCancel: () => void }) {
  const { t, formatNumber } = useText();
  const id = useId();
  const [at, setAt] = useState<{ done: number; total: number } | null>(null);
  useEvent('progress', (event) => {
    if (event.batch === props.batch) setAt({ done: event.done, total: event.total });
  });
  return (
    <div className={styles.box}>
      <label htmlFor={id}>{props.label}</label>
      <progress id={id} className={styles.bar} {...(at === null ? {} : { value: at.done, max: at.total })} />
      <Row apart>
        <span>
          {at === null
            ? ''
            : t('common.progress.of', { done: formatNumber(at.done), total: formatNumber(at.total) })}
        </span>
        <Button onPress={props.onCancel}>{t('common.cancel')}</Button>
      </Row>
    </div>
  );
}
