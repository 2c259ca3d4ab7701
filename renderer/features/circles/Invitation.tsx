import { useState } from 'react';
import type { CircleInvitation } from '../../../shared/contract/circles.ts';
import { call, useAction } from '../../api.ts';
import { SharedFolder } from '../../exchange/SharedFolder.tsx';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Card, FailureNotice, Notice, Quiet, Row, Stack, toast } from '../../ui/index.ts';
import styles from './Circles.module.css';

/** Who it brings together and on whose word. It can be left as it is: nothing is sent until one joins. */
export function Invitation({ invitation }: { invitation: CircleInvitation }) {
  const { t } = useText();
  const { invite, from, name, people } = invitation;
  const [folder, setFolder] = useState<string | null>(null);
  const join = useAction(async () => {
    const { space } = await call('circles.join', { invite, folder });
    toast(t('circles.invite.joined'));
    go('circle', { id: space });
  });
  if (people === null) return <Notice tone="caution">{t('circles.invite.unsound', { from })}</Notice>;
  return (
    <Card title={t('circles.invite.title', { from, name })}>
      <Stack>
        <h3>{t('circles.invite.who')}</h3>
        <ul className={styles.plain}>
          {people.map((person) => (
            <li key={person.identity}>
              <p>{person.known === 'me' ? t('circles.person.me', { name: person.name }) : person.name}</p>
              {person.known === 'me' ? null : (
                <Quiet small>
                  {person.known === 'joined'
                    ? t('circles.person.joined')
                    : t('circles.introducedBy', { name: from })}
                </Quiet>
              )}
            </li>
          ))}
        </ul>
        <p>{t('circles.invite.what')}</p>
        <SharedFolder folder={folder} help={t('circles.folderHelp')} onChoose={setFolder} />
        <Row>
          <Button onPress={() => void join.run()} isBusy={join.busy}>
            {t('circles.invite.join')}
          </Button>
        </Row>
        <FailureNotice error={join.error} />
      </Stack>
    </Card>
  );
}
