import { useState } from 'react';
import { type CallError, call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Disclosure,
  FailureNotice,
  Notice,
  ProgressWithCancel,
  Quiet,
  Stack,
} from '../../ui/index.ts';

/** Pages from a file, and pages into a file. */
export function BringAndTake() {
  const { t } = useText();
  const [batch, setBatch] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const bring = useAction(async () => {
    const own = crypto.randomUUID();
    setSaid(null);
    setBatch(own);
    try {
      const { imported } = await call('pages.import', { batch: own, path: null });
      if (imported !== null) setSaid(t('pages.bring.done', { count: imported }));
    } finally {
      setBatch(null);
    }
  });
  const takeOut = useAction(async () => {
    setSaid(null);
    const { path, exported } = await call('pages.export', { path: null });
    if (path !== null) setSaid(t('pages.takeOut.done', { count: exported, path }));
  });
  return (
    <Disclosure title={t('pages.filesTitle')} level={2}>
      <Stack>
        <p>{t('pages.bring.body')}</p>
        {batch === null ? (
          <div>
            <Button onPress={() => void bring.run()} isDisabled={takeOut.busy}>
              {t('pages.bring.button')}
            </Button>
          </div>
        ) : (
          <ProgressWithCancel
            label={t('pages.bring.progress')}
            batch={batch}
            onCancel={() => void call('pages.cancelImport', { batch }).catch(() => undefined)}
          />
        )}
        <p>{t('pages.takeOut.body')}</p>
        <div>
          <Button onPress={() => void takeOut.run()} isBusy={takeOut.busy} isDisabled={bring.busy}>
            {t('pages.takeOut.button')}
          </Button>
        </div>
        <BringFailure error={bring.error} />
        <FailureNotice error={takeOut.error} />
        <div role="status">{said === null ? null : <Notice>{said}</Notice>}</div>
        {bring.error?.code === 'cancelled' ? <Quiet>{t('errors.cancelled')}</Quiet> : null}
      </Stack>
    </Disclosure>
  );
}

/** A bad line is told with its number, which the failure's message begins with. */
function BringFailure({ error }: { error: CallError | null }) {
  const { t } = useText();
  const line = error?.code === 'bad_line' ? /^line (\d+): /.exec(error.message)?.[1] : undefined;
  if (line === undefined) return <FailureNotice error={error} />;
  return <Notice tone="error">{t('pages.bring.line', { line })}</Notice>;
}
