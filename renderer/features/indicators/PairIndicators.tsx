import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Disclosure, Loaded, Quiet, Stack } from '../../ui/index.ts';
import { DraftNote } from './DraftNote.tsx';
import { IndicatorSaid } from './IndicatorSaid.tsx';
import { LaidAside } from './LaidAside.tsx';
import { PickIndicators } from './PickIndicators.tsx';
import { WriteNote } from './WriteNote.tsx';

/** What the two look at together over time: a story first, a number beside it. For the two of them alone. */
export function PairIndicators({ space }: { space: string }) {
  const { t } = useText();
  const found = useCall('indicators.get', { space });
  return (
    <Card>
      <Disclosure title={t('indicators.title')} level={2}>
        <Loaded call={found}>{(value) => <Inside space={space} found={value} />}</Loaded>
      </Disclosure>
    </Card>
  );
}

function Inside({ space, found }: { space: string; found: Output<'indicators.get'> }) {
  const { t } = useText();
  const { both, drafts } = found;
  return (
    <Stack gap="loose">
      <Quiet>{t('indicators.lead')}</Quiet>
      {both.map((indicator) => {
        const mine = drafts.filter((draft) => draft.indicator === indicator);
        return (
          <section key={indicator}>
            <Stack>
              <h3>{t(`indicators.${indicator}`)}</h3>
              <IndicatorSaid found={found} indicator={indicator} canTakeBack />
              {mine.map((draft) => (
                <DraftNote key={draft.item} draft={draft} space={space} found={found} />
              ))}
              {mine.length === 0 && found.goesOn ? <WriteNote space={space} indicator={indicator} /> : null}
            </Stack>
          </section>
        );
      })}
      <LaidAside space={space} found={found} />
      {found.goesOn ? <PickIndicators key={found.mine.join()} space={space} found={found} /> : null}
    </Stack>
  );
}
