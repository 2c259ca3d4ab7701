import { useState } from 'react';
import { call, useAction } from '../../../api.ts';
import { SharedFolder } from '../../../exchange/SharedFolder.tsx';
import { useText } from '../../../i18n.ts';
import { go } from '../../../navigation.ts';
import { Button, FailureNotice, Row, Stack, toast } from '../../../ui/index.ts';

/** Through which folder, and in. Nothing is sent before that. */
export function ComeIn({ invite }: { invite: string }) {
  const { t } = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const join = useAction(async () => {
    const { space } = await call('facilitations.join', { invite, folder });
    toast(t('third.cameIn'));
    go('facilitated', { id: space });
  });
  return (
    <Stack>
      <SharedFolder folder={folder} help={t('third.folderHelp')} onChoose={setFolder} />
      <Row>
        <Button kind="primary" onPress={() => void join.run()} isBusy={join.busy}>
          {t('third.comeIn')}
        </Button>
      </Row>
      <FailureNotice error={join.error} />
    </Stack>
  );
}
