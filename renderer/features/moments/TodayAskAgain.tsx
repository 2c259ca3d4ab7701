import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink } from '../../ui/index.ts';

/** On Today, when a chosen day has come: that there is something, and nothing of what it is. */
export function TodayAskAgain() {
  const { t } = useText();
  const { value } = useCall('episodes.anyAsks', {});
  if (!value?.asks) return null;
  return (
    <Card title={t('episodes.today.title')}>
      <p>
        <GoLink to="moments" with={{}}>
          {t('frame.place.moments')}
        </GoLink>
      </p>
    </Card>
  );
}
