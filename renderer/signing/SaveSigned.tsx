import { useState } from 'react';
import { call, useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, FailureNotice, Quiet, Row } from '../ui/index.ts';

/** What both signed, as one file that anybody can check without this journal. `hash` is that of the newest signed record. */
export function SaveSigned({ root, hash }: { root: string; hash: string }) {
  const { t } = useText();
  const [path, setPath] = useState<string | null>(null);
  const save = useAction(async () => {
    const saved = await call('signing.export', { root, path: null });
    setPath(saved.path);
  });
  return (
    <>
      <Row>
        <Button onPress={() => void save.run()} isBusy={save.busy}>
          {t('signing.save.open')}
        </Button>
      </Row>
      <Quiet small>
        {t('signing.save.help')} {t('signing.save.mark', { mark: markOf(hash) })}
      </Quiet>
      <p role="status">{path === null ? '' : t('signing.save.done', { path })}</p>
      <FailureNotice error={save.error} />
    </>
  );
}

/** As the check prints it: the first sixteen digits in fours, for two people to compare. */
function markOf(hash: string): string {
  return hash.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');
}
