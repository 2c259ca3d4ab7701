import type { Brought } from '../../../shared/model/balance.ts';
import type { Role } from '../../../shared/model/member.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Quiet, Stack, Table } from '../../ui/index.ts';
import styles from './Balance.module.css';

/** Whose topics the last sessions came to: a mark a topic, filled when there are words under it. Only while both want it. */
export function Balance({ space }: { space: string }) {
  const { t, formatDate } = useText();
  const { value } = useCall('balance.get', { space });
  if (value === undefined || !value.isOn) return null;
  return (
    <Card title={t('choices.balance.title')}>
      <Stack>
        <Quiet>{t('choices.balance.how')}</Quiet>
        {value.sessions.length === 0 ? (
          <p>{t('choices.balance.none')}</p>
        ) : (
          <Table
            caption={t('choices.balance.title')}
            hideCaption
            rows={value.sessions}
            rowKey={(row) => row.session}
            columns={[
              { key: 'date', title: t('sessions.new.date'), cell: (row) => formatDate(row.date) },
              ...(['supervisee', 'supervisor'] as const).map((role) => ({
                key: role,
                title: value.names[role],
                cell: (row: Record<Role, Brought>) => <Topics role={role} {...row[role]} />,
              })),
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}

/* As elsewhere, the two are told apart by name and by form, not by colour alone. */
const marks = { supervisee: ['■', '□'], supervisor: ['●', '○'] } as const;

function Topics(props: Brought & { role: Role }) {
  const { t } = useText();
  const { brought, reached, role } = props;
  const [full, empty] = marks[role];
  return (
    <>
      <span className={`${styles.topics} ${styles[role]}`} aria-hidden="true">
        {full.repeat(reached)}
        {empty.repeat(brought - reached)}
      </span>
      {brought === 0 ? t('choices.balance.noTopic') : t('choices.balance.topics', { count: brought })}
      {brought === 0 ? '' : `, ${t('choices.balance.reached', { count: reached })}`}
    </>
  );
}
