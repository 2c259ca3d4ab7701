import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Notice, Quiet, Stack } from '../../ui/index.ts';

/** What is open on the page, as a PDF where the person says. */
export function PrintLookingBack() {
  const { t } = useText();
  const [path, setPath] = useState<string | null>(null);
  const print = useAction(async () => setPath((await call('lookingBack.print', { path: null })).path));
  return (
    <Stack gap="close">
      <div>
        <Button onPress={() => void print.run()} isBusy={print.busy} describedBy="looking-back-prints">
          {t('lookingBack.print')}
        </Button>
      </div>
      <Quiet small id="looking-back-prints">
        {t('lookingBack.prints')}
      </Quiet>
      <div role="status">{path === null ? null : <Notice>{t('lookingBack.printed', { path })}</Notice>}</div>
      <FailureNotice error={print.error} />
    </Stack>
  );
}
