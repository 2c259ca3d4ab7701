import type { Indicator } from '../../../shared/model/indicator.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice } from '../../ui/index.ts';

/** Begins words that only their writer sees. */
export function WriteNote({ space, indicator }: { space: string; indicator: Indicator }) {
  const { t } = useText();
  const begin = useAction(() => call('indicators.begin', { space, indicator }));
  return (
    <div>
      <Button
        onPress={() => void begin.run()}
        isBusy={begin.busy}
        label={`${t('indicators.write')}: ${t(`indicators.${indicator}`)}`}
      >
        {t('indicators.write')}
      </Button>
      <FailureNotice error={begin.error} />
    </div>
  );
}
