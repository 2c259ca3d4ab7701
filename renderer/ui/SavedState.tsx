import { useText } from '../i18n.ts';
import type { Autosave } from '../autosave.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import styles from './SavedState.module.css';

/** Nothing until something was changed; then whether what is written is in the vault, in quiet words; when it is not, why and a Save button. */
export function SavedState(props: {
  autosave: Pick<Autosave<never>, 'state' | 'failure' | 'flush' | 'hasChanged'>;
}) {
  const { t } = useText();
  const { state, failure, flush } = props.autosave;
  if (state === 'failed') {
    return (
      <Notice tone="error" action={<Button onPress={() => void flush()}>{t('common.save')}</Button>}>
        {t(failure === 'disk_full' ? 'common.saved.failed' : 'common.saved.failedOther')}
      </Notice>
    );
  }
  if (!props.autosave.hasChanged) return <span className={styles.state} data-save-state={state} />;
  return (
    <span className={styles.state} data-save-state={state}>
      {t(`common.saved.${state}`)}
    </span>
  );
}
