import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink } from '../../ui/index.ts';

/**
 * On a pair's page, while something between the two is named and neither settled nor resting: that there is something in Repair,
 * the same line for both, and nothing of what it is or who named it.
 */
export function PairRepair({ space }: { space: string }) {
  const { t } = useText();
  const { value } = useCall('ruptures.list', {});
  const goesOn = value?.shared.some((one) => one.space === space && one.stage !== 'settled' && !one.paused);
  if (!goesOn) return null;
  return (
    <Card title={t('ruptures.title')}>
      <p>{t('ruptures.onPair')}</p>
      <p>
        <GoLink to="repair" with={{}}>
          {t('ruptures.onPair.open')}
        </GoLink>
      </p>
    </Card>
  );
}
