import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Quiet } from '../../ui/index.ts';

/** A way to what waits to be chosen between two versions; nothing at all while nothing waits. */
export function TodayTwoVersions() {
  const { t } = useText();
  const { value } = useCall('devices.conflicts', {});
  if (value === undefined || value.conflicts.length === 0) return null;
  return (
    <Card title={t('devices.two.title')}>
      <Quiet>{t('devices.two.notice')}</Quiet>
      <GoLink to="settings" with={{}}>
        {t('devices.two.go')}
      </GoLink>
    </Card>
  );
}
