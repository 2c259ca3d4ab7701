import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { ruptureReplies } from '../../../shared/model/rupture.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Card, FailureNotice, Notice, Quiet, Row, Stack, toast, Words } from '../../ui/index.ts';
import { Landing } from './Landing.tsx';

/** The words it was named with. Their receiver opens them when they like; nobody learns of it. */
export function NamedWords({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { named } = repair;
  if (named.state === 'taken') return <Notice>{t('ruptures.named.taken')}</Notice>;
  return (
    <Card title={t('ruptures.named.title')}>
      {named.byMe ? <ByMe repair={repair} named={named} /> : <ByOther repair={repair} named={named} />}
    </Card>
  );
}

type Named = Extract<RepairView['named'], { state: 'shown' }>;
type Parts = { readonly repair: RepairView; readonly named: Named };

function ByMe({ repair, named }: Parts) {
  const { t } = useText();
  const item = repair.rupture;
  const takeBack = useAction(async () => {
    await call('ruptures.withdraw', { item, what: 'naming' });
    // The words stand in the note it was named from; the list has it, whatever became of it.
    go('repair');
    toast(t('ruptures.named.tookBack'));
  });
  const isUntouched = repair.stage === 'named' && repair.reply === null && repair.now.mine.account === null;
  return (
    <Stack>
      {repair.stage === 'named' && repair.reply === null ? <Quiet>{t('ruptures.named.byMe')}</Quiet> : null}
      <NamedBody named={named} />
      {repair.reply === null ? null : (
        <p>{t(`ruptures.reply.theirs.${repair.reply}`, { name: repair.other.name })}</p>
      )}
      {isUntouched ? (
        <Row>
          <Button kind="plain" onPress={() => void takeBack.run()}>
            {t('ruptures.named.takeBack')}
          </Button>
        </Row>
      ) : null}
      <FailureNotice error={takeBack.error} />
    </Stack>
  );
}

function ByOther({ repair, named }: Parts) {
  const { t } = useText();
  const item = repair.rupture;
  const [isReading, setReading] = useState(repair.stage !== 'named' || repair.reply !== null);
  const [hasPressed, setPressed] = useState(false);
  const reply = useAction((said: (typeof ruptureReplies)[number]) =>
    call('ruptures.reply', { item, reply: said }),
  );
  const canReply = repair.acts.includes('reply');
  function read() {
    setReading(true);
    setPressed(true);
  }
  return (
    <Stack>
      {repair.stage === 'named' ? <p>{t('ruptures.named.byOther')}</p> : null}
      {isReading ? (
        <Landing isHere={hasPressed}>
          <NamedBody named={named} />
        </Landing>
      ) : (
        <Quiet small>{t('ruptures.named.readHelp')}</Quiet>
      )}
      {repair.reply === null ? null : <p>{t(`ruptures.reply.mine.${repair.reply}`)}</p>}
      {isReading && !canReply ? null : (
        <Row>
          {isReading ? null : (
            <Button kind="primary" onPress={read}>
              {t('ruptures.named.read')}
            </Button>
          )}
          {canReply ? (
            <>
              <Button isPressed={repair.reply === 'talk'} onPress={() => void reply.run('talk')}>
                {t('ruptures.named.talk')}
              </Button>
              <Button isPressed={repair.reply === 'notNow'} onPress={() => void reply.run('notNow')}>
                {t('ruptures.named.notNow')}
              </Button>
              <Button
                isPressed={repair.reply === 'thirdPerson'}
                onPress={() => void reply.run('thirdPerson')}
              >
                {t('ruptures.named.thirdPerson')}
              </Button>
            </>
          ) : null}
        </Row>
      )}
      {canReply ? <Quiet small>{t('ruptures.named.replyHelp', { name: repair.other.name })}</Quiet> : null}
      <FailureNotice error={reply.error} />
    </Stack>
  );
}

function NamedBody({ named }: { named: Named }) {
  const { t } = useText();
  return (
    <Stack gap="close">
      <Words>{named.words}</Words>
      {named.myPart === '' ? null : (
        <>
          <h3>{t('ruptures.naming.myPart')}</h3>
          <Words>{named.myPart}</Words>
        </>
      )}
    </Stack>
  );
}
