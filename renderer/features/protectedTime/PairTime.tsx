import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Loaded, Quiet, Stack } from '../../ui/index.ts';
import { PairStandard } from './PairStandard.tsx';
import { SayTime } from './SayTime.tsx';
import { TimeDrawn } from './TimeDrawn.tsx';

/** How the time of a pair's sessions went, as each says, beside what they mean to have. For the two of them alone. */
export function PairTime({ space }: { space: string }) {
  const { t } = useText();
  const time = useCall('time.get', { space });
  return (
    <Card title={t('time.title')}>
      <Quiet>{t('time.lead')}</Quiet>
      <Loaded call={time}>
        {(value) => (
          <Stack>
            <TimeDrawn time={value} />
            <SayTime time={value} />
            <PairStandard space={space} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
