import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Notice } from '../../ui/index.ts';

/** The sheet on paper, before and afterwards, with what the others said. */
export function PrintMeeting(props: { item: string; flush: () => Promise<boolean> }) {
  const { t, language } = useText();
  const [path, setPath] = useState<string | null>(null);
  const print = useAction(async () => {
    if (!(await props.flush())) return;
    setPath((await call('meetings.print', { item: props.item, language, path: null })).path);
  });
  return (
    <div>
      <Button onPress={() => void print.run()} isBusy={print.busy}>
        {t('meetings.print')}
      </Button>
      <div role="status">{path === null ? null : <Notice>{t('meetings.printed', { path })}</Notice>}</div>
      <FailureNotice error={print.error} />
    </div>
  );
}
