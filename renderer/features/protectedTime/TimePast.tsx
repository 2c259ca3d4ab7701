import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Loaded } from '../../ui/index.ts';
import { TimeDrawn } from './TimeDrawn.tsx';

/** On Looking back: the protected time of each pair that set up a session, one below the other. Nothing is added up over pairs. */
export function TimePast() {
  const pairs = useCall('pairs.list', {});
  return (
    <Loaded call={pairs}>
      {(value) => value.pairs.map((pair) => <OfPair key={pair.space} space={pair.space} />)}
    </Loaded>
  );
}

function OfPair({ space }: { space: string }) {
  const { t } = useText();
  const time = useCall('time.get', { space });
  return (
    <Loaded call={time}>
      {(value) => {
        if (value.slots.every((slot) => slot.sessions.length === 0)) return null;
        const name = value.names[value.me === 'supervisee' ? 'supervisor' : 'supervisee'];
        return (
          <Card title={t('time.withTitle', { name })}>
            <TimeDrawn time={value} />
          </Card>
        );
      }}
    </Loaded>
  );
}
