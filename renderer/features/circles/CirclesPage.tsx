import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, EmptyState, GoLink, Loaded, Page, Quiet, Row, Stack } from '../../ui/index.ts';
import { FoundDialog } from './FoundDialog.tsx';
import { Invitation } from './Invitation.tsx';

/** The circles I am in, what I am invited to, and how to bring one together. */
export function CirclesPage() {
  const { t } = useText();
  const circles = useCall('circles.list', {});
  const [isFounding, setFounding] = useState(false);
  return (
    <Page
      title={t('circles.title')}
      lead={t('circles.lead')}
      above={
        <GoLink to="supervision" with={{}}>
          {t('pairs.title')}
        </GoLink>
      }
    >
      <Loaded call={circles}>
        {(list) => (
          <Stack gap="loose">
            {list.invitations.map((invitation) => (
              <Invitation key={invitation.invite} invitation={invitation} />
            ))}
            {list.circles.length + list.invitations.length === 0 ? (
              <EmptyState>{t('circles.list.none')}</EmptyState>
            ) : null}
            {list.circles.map((circle) => (
              <CircleCard key={circle.space} circle={circle} />
            ))}
            <Row>
              <Button onPress={() => setFounding(true)}>{t('circles.found.open')}</Button>
            </Row>
          </Stack>
        )}
      </Loaded>
      {isFounding ? <FoundDialog onClose={() => setFounding(false)} /> : null}
    </Page>
  );
}

function CircleCard({ circle }: { circle: Output<'circles.list'>['circles'][number] }) {
  const { t, formatDate, formatList } = useText();
  const name = circle.name === '' ? t('circles.unnamed') : circle.name;
  return (
    <Card>
      <Stack gap="close">
        <h2>
          <GoLink to="circle" with={{ id: circle.space }}>
            {name}
          </GoLink>
        </h2>
        <p>{t('circles.list.with', { names: formatList(circle.names) })}</p>
        {circle.leftAt === null ? null : (
          <Quiet>{t('circles.left', { date: formatDate(circle.leftAt) })}</Quiet>
        )}
        {circle.needsCare ? <Quiet>{t('circles.list.care')}</Quiet> : null}
      </Stack>
    </Card>
  );
}
