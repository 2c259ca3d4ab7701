import type { ReactNode } from 'react';
import { useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';

/** My own words that can go nowhere any more: nobody sees them, and they can be read, taken elsewhere, or deleted. */
export function LeftOver(props: {
  /** Why they are here. */
  why: string;
  discard: () => Promise<unknown>;
  children: ReactNode;
}) {
  const { t } = useText();
  const discard = useAction(props.discard);
  return (
    <Stack gap="close">
      <Quiet small>{props.why}</Quiet>
      {props.children}
      <FailureNotice error={discard.error} />
      <Row>
        <Button kind="plain" onPress={() => void discard.run()} isBusy={discard.busy}>
          {t('third.discard')}
        </Button>
      </Row>
    </Stack>
  );
}
