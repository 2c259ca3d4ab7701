import type { FacilitationInvitation } from '../../../../shared/contract/facilitations.ts';
import { useCall } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Card, GoLink, Notice, Quiet, Stack } from '../../../ui/index.ts';
import { ComeIn } from './ComeIn.tsx';

/** Where I am asked to come as a third person, and where I am one of three. Nothing while there is neither. */
export function AsThird() {
  const { t, formatDate, formatList } = useText();
  const list = useCall('facilitations.list', {});
  const { spaces, invitations } = list.value ?? { spaces: [], invitations: [] };
  if (spaces.length + invitations.length === 0) return null;
  return (
    <Stack gap="close">
      <h2>{t('third.list.title')}</h2>
      {invitations.map((invitation) => (
        <Invitation key={invitation.invite} invitation={invitation} />
      ))}
      {spaces.map(({ space, names, endedAt }) => (
        <Card key={space}>
          <h3>{t('third.list.with', { names: formatList(names) })}</h3>
          {endedAt === null ? null : <Quiet>{t('third.space.ended', { date: formatDate(endedAt) })}</Quiet>}
          <GoLink to="facilitated" with={{ id: space }}>
            {t('ruptures.list.open')}
          </GoLink>
        </Card>
      ))}
    </Stack>
  );
}

function Invitation({ invitation }: { invitation: FacilitationInvitation }) {
  const { t } = useText();
  const { from, people, invite } = invitation;
  if (people === null) return <Notice tone="caution">{t('third.invite.unsound', { from })}</Notice>;
  const { supervisee, supervisor } = people;
  const strangers = [supervisee, supervisor].filter((person) => person.known === 'introduced');
  return (
    <Card title={t('third.invite.title', { from })} level={3}>
      <Stack>
        <p>{t('third.invite.both', { from, supervisee: supervisee.name, supervisor: supervisor.name })}</p>
        {strangers.map((person) => (
          <Quiet key={person.identity}>
            {t('third.theirs.introduced', { person: person.name, name: from })}
          </Quiet>
        ))}
        <p>{t('third.invite.what')}</p>
        <Quiet>{t('third.invite.leave')}</Quiet>
        <ComeIn invite={invite} />
      </Stack>
    </Card>
  );
}
