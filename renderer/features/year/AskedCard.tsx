import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink } from '../../ui/index.ts';

/** On Today, while somebody may be answered: that they ask, not what and not how many. */
export function AskedCard() {
  const { t } = useText();
  const asked = useCall('consents.askedOfMe', {});
  if (!asked.value?.requests.some(({ answer }) => answer === null)) return null;
  return (
    <Card title={t('evidence.asked.title')}>
      <GoLink to="year" with={{}}>
        {t('evidence.asked.look')}
      </GoLink>
    </Card>
  );
}
