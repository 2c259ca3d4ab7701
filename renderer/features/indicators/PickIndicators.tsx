import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { type Indicator, indicators, mostPicked } from '../../../shared/model/indicator.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Quiet, Row, Several, Stack } from '../../ui/index.ts';

/** Which of the seven I would like to look at. One is there once both would. */
export function PickIndicators({ space, found }: { space: string; found: Output<'indicators.get'> }) {
  const { t } = useText();
  const { mine, theirs } = found;
  const [picked, setPicked] = useState<readonly Indicator[]>(mine);
  const name = found.names[found.me === 'supervisee' ? 'supervisor' : 'supervisee'];
  const say = useAction(() => call('indicators.pick', { space, indicators: [...picked] }));
  const isTooMany = picked.length > mostPicked;
  return (
    <Disclosure title={t('indicators.pick.open')}>
      <Stack>
        {theirs.length === 0 ? null : (
          <div>
            <p>{t('indicators.pick.theirs', { name })}</p>
            <ul>
              {theirs.map((one) => (
                <li key={one}>{t(`indicators.${one}`)}</li>
              ))}
            </ul>
          </div>
        )}
        <Several
          label={t('indicators.pick.mine')}
          description={t('indicators.pick.help', { name })}
          value={picked}
          onChange={setPicked}
          options={indicators.map((value) => ({ value, label: t(`indicators.${value}`) }))}
        />
        <div role="status">{isTooMany ? <p>{t('indicators.pick.tooMany')}</p> : null}</div>
        <Quiet small>{t('indicators.pick.goes', { name })}</Quiet>
        <Row>
          <Button
            onPress={() => void say.run()}
            isBusy={say.busy}
            isDisabled={isTooMany || picked.join() === mine.join()}
          >
            {t('indicators.pick.say', { name })}
          </Button>
        </Row>
        <FailureNotice error={say.error} />
      </Stack>
    </Disclosure>
  );
}
