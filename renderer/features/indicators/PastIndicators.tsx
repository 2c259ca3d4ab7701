import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Loaded, Stack } from '../../ui/index.ts';
import { IndicatorSaid } from './IndicatorSaid.tsx';

/** On Looking back: what each pair looks at together. Pairs stand apart; nothing is added up or compared. */
export function PastIndicators() {
  const pairs = useCall('pairs.list', {});
  return (
    <Loaded call={pairs}>
      {(value) => value.pairs.map((pair) => <OfPair key={pair.space} space={pair.space} />)}
    </Loaded>
  );
}

function OfPair({ space }: { space: string }) {
  const { t } = useText();
  const found = useCall('indicators.get', { space });
  return (
    <Loaded call={found}>
      {(value) => {
        const said = value.both.filter((one) => value.notes.some((note) => note.indicator === one));
        if (said.length === 0) return null;
        const name = value.names[value.me === 'supervisee' ? 'supervisor' : 'supervisee'];
        return (
          <Card title={t('indicators.withTitle', { name })}>
            <Stack gap="loose">
              {said.map((indicator) => (
                <section key={indicator}>
                  <Stack>
                    <h3>{t(`indicators.${indicator}`)}</h3>
                    <IndicatorSaid found={value} indicator={indicator} />
                  </Stack>
                </section>
              ))}
            </Stack>
          </Card>
        );
      }}
    </Loaded>
  );
}
