import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Quiet } from '../../ui/index.ts';
import { stateInWords } from './stateInWords.ts';

/** The way from a pair's page to how the two work together. */
export function PairAgreement({ space }: { space: string }) {
  const text = useText();
  const { t } = text;
  const { value } = useCall('agreements.list', { space });
  const pair = useCall('pairs.get', { space });
  if (value === undefined) return null;
  const current = value.versions.find((one) => !one.aside) ?? value.versions[0];
  return (
    <Card title={t('agreement.card.title')}>
      <GoLink to="agreement" with={{ id: space }}>
        {t('agreement.card.open')}
      </GoLink>
      <Quiet>
        {current === undefined
          ? t('agreement.card.none')
          : stateInWords(text, current, pair.value?.other.name ?? '')}
      </Quiet>
    </Card>
  );
}
