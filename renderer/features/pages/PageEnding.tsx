import { useState } from 'react';
import type { PageEnding as Ending } from '../../../shared/model/page.ts';
import { call, useAction } from '../../api.ts';
import { isEvening } from '../../frame/evening.ts';
import { shortcuts } from '../../frame/useShortcuts.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Disclosure, FailureNotice, Quiet, Row, Stack, TextArea, TextField } from '../../ui/index.ts';

/**
 * A place to put it down, at the end of a page. Stands open in the evening, folded before; nothing else depends on the hour.
 * `isFound`: a search led to its words, so they are in sight.
 */
export function PageEnding(props: {
  ending: Ending;
  onChange: (change: Partial<Ending>) => void;
  flush: () => Promise<boolean>;
  isFound: boolean;
}) {
  const { t } = useText();
  const { ending, onChange, flush } = props;
  // As it was when the page was opened: what is being typed must not fold away at the stroke of an hour.
  const [startsOpen] = useState(() => isEvening() || props.isFound);
  const putDown = useAction(async () => {
    // What could not be saved is said where the page says it, and the window stays.
    if (!(await flush())) return;
    await call('vault.hideWindow', {});
    // Whoever opens the window next is not met by this page.
    go('today');
  });
  const onBlur = () => void flush();
  return (
    <Disclosure title={t('pages.ending.title')} level={2} startsOpen={startsOpen}>
      <Stack>
        <Quiet>{t('pages.ending.lead')}</Quiet>
        <TextArea
          label={t('pages.ending.stays')}
          value={ending.stays}
          onChange={(stays) => onChange({ stays })}
          onBlur={onBlur}
          maxLength={2000}
          writing
          short
        />
        <TextArea
          label={t('pages.ending.waits')}
          value={ending.waits}
          onChange={(waits) => onChange({ waits })}
          onBlur={onBlur}
          maxLength={2000}
          writing
          short
        />
        <TextField
          label={t('pages.ending.heldBy')}
          description={t('moments.more.code')}
          value={ending.heldBy}
          onChange={(heldBy) => onChange({ heldBy })}
          onBlur={onBlur}
          maxLength={500}
        />
        <FailureNotice error={putDown.error} />
        <Row>
          <Button onPress={() => void putDown.run()} isBusy={putDown.busy}>
            {t('pages.ending.putDown')}
          </Button>
          <Quiet small>{t('pages.ending.keys', { key: shortcuts.hide.shown })}</Quiet>
        </Row>
      </Stack>
    </Disclosure>
  );
}
