import type { CircleView } from '../../../shared/contract/circles.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './Circles.module.css';

/** Everybody in the order of their seats, who brought them, and whether their word has arrived. */
export function People({ circle }: { circle: CircleView }) {
  const { t } = useText();
  const { members, space } = circle;
  const founder = members.find((member) => member.identity === circle.founder);
  return (
    <Stack>
      <ol className={styles.plain}>
        {members.map((member) => (
          <li key={member.identity}>
            <Row>
              <strong>
                {member.known === 'me' ? t('circles.person.me', { name: member.name }) : member.name}
              </strong>
              {member.known === 'me' ? null : <Quiet small>{t(`circles.here.${member.here}`)}</Quiet>}
            </Row>
            {member.known === 'introduced' ? (
              <Quiet small>{t('circles.introducedBy', { name: founder?.name ?? '' })}</Quiet>
            ) : null}
          </li>
        ))}
      </ol>
      <Quiet small>{t('circles.order.help')}</Quiet>
      <Quiet small>{t('circles.people.fixed')}</Quiet>
      {circle.isFounder && circle.leftAt === null ? (
        <Disclosure title={t('circles.order.title')}>
          <Order space={space} members={members} />
        </Disclosure>
      ) : null}
    </Stack>
  );
}

/** The founder's to say: everybody but the first can be moved up by one place. */
function Order({ space, members }: Pick<CircleView, 'space' | 'members'>) {
  const { t } = useText();
  const move = useAction((identity: string) => {
    const order = members.map((member) => member.identity);
    const at = order.indexOf(identity);
    order.splice(at, 1);
    order.splice(at - 1, 0, identity);
    return call('circles.setOrder', { space, order });
  });
  return (
    <Stack>
      <ol className={styles.plain}>
        {members.map((member, index) => (
          <li key={member.identity}>
            <Row>
              <span>{member.name}</span>
              {index === 0 ? null : (
                <Button kind="plain" onPress={() => void move.run(member.identity)} isBusy={move.busy}>
                  {t('circles.order.up', { name: member.name })}
                </Button>
              )}
            </Row>
          </li>
        ))}
      </ol>
      <FailureNotice error={move.error} />
    </Stack>
  );
}
