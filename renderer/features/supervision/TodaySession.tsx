import { useCall } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Card, GoLink, Quiet } from '../../ui/index.ts';

/** The next session, on Today. Says nothing when none is planned. */
export function TodaySession() {
  const { t, formatRelativeDay } = useText();
  const { value } = useCall('sessions.list', { space: null });
  const today = todayDate();
  const next = value?.sessions
    .filter((session) => session.date >= today && session.kind === 'planned')
    .at(-1);
  if (next === undefined) return null;
  return (
    <Card title={t('sessions.today.title')}>
      <GoLink to="session" with={{ id: next.session }}>
        {t('sessions.today.with', { name: next.otherName, day: formatRelativeDay(next.date) })}
      </GoLink>
      <Quiet>{t(`sessions.state.${next.state}`, { name: next.otherName })}</Quiet>
    </Card>
  );
}
