import { useState } from 'react';
import { useText } from '../../i18n.ts';
import { Button, Quiet, Row, Stack } from '../../ui/index.ts';
import { CheckIn } from './CheckIn.tsx';

/** How I am as a session begins, for myself alone. "Not today" is a full answer. */
export function ArrivingMoment() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <CheckIn page={null} onDone={() => setOpen(false)} />;
  return (
    <Stack gap="close">
      <Row>
        <Button kind="plain" onPress={() => setOpen(true)}>
          {t('moments.checkIn.open')}
        </Button>
        <Quiet small>{t('moments.checkIn.onlyYou')}</Quiet>
      </Row>
    </Stack>
  );
}
