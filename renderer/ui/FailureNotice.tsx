import type { CallError } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** What went wrong, in the plain words for its code and with what to do. Shows nothing for null or a cancel. */
export function FailureNotice(props: { error: CallError | null; onRetry?: () => void }) {
  const { t } = useText();
  if (props.error === null || props.error.code === 'cancelled') return null;
  return (
    <Notice
      tone="error"
      action={props.onRetry ? <Button onPress={props.onRetry}>{t('common.load.again')}</Button> : null}
    >
      {t(`errors.${props.error.code}`)}
    </Notice>
  );
}
