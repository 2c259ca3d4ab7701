import { useText } from '../../i18n.ts';
import { Button, Quiet, Row, Stack } from '../../ui/index.ts';
import { useOpening } from '../../useOpening.ts';
import { CheckIn } from './CheckIn.tsx';

/** How I am as a session begins, for myself alone. "Not today" is a full answer. */
export function ArrivingMoment() {
  const { t } = useText();
  const checkIn = useOpening();
  if (checkIn.isOpen) return <CheckIn page={null} onDone={checkIn.leave} />;
  return (
    <Stack gap="close">
      <Row>
        <Button kind="plain" autoFocus={checkIn.wasLeft} onPress={checkIn.open}>
          {t('moments.checkIn.open')}
        </Button>
        <Quiet small>{t('moments.checkIn.onlyYou')}</Quiet>
      </Row>
    </Stack>
  );
}
