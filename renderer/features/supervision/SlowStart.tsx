import { useState } from 'react';
import { useText } from '../../i18n.ts';
import { Button } from '../../ui/index.ts';
import { QuietDialog, useIsQuiet } from './QuietTime.tsx';
import { useSession } from './sessionContext.ts';

/** Nobody has to begin by talking. */
export function SlowStart() {
  const { t } = useText();
  const { page } = useSession();
  const [isOpen, setOpen] = useState(false);
  const isQuiet = useIsQuiet(page.view.quiet?.until ?? null);
  if (isQuiet) return null;
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {t('sessions.arriving.quiet')}
      </Button>
      {isOpen ? <QuietDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
