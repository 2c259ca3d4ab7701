import type { PairView } from '../../../shared/contract/pairs.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Disclosure,
  FailureNotice,
  GoLink,
  Notice,
  Quiet,
  Row,
  Stack,
} from '../../ui/index.ts';
import styles from './JoinDialog.module.css';

/** One pair: who has which part, the way to its sessions, and how the exchange stands, in words. */
export function PairCard({ pair }: { pair: PairView }) {
  const { t } = useText();
  const { space, exchange } = pair;
  const name = pair.other.name;
  const isSameRole = pair.other.role === pair.me.role;
  const change = useAction(() =>
    call('pairs.setRole', { space, role: pair.me.role === 'supervisor' ? 'supervisee' : 'supervisor' }),
  );
  const needsCare = exchange.state !== 'ready' || exchange.setAside.length > 0 || exchange.refused.length > 0;
  return (
    <Card title={name}>
      <Stack>
        <p>{rolesInWords(pair, t)}</p>
        {pair.endedAt === null ? null : (
          <Quiet>{pair.isReplaced ? t('pairs.card.replaced', { name }) : t('pairs.card.ended')}</Quiet>
        )}
        {isSameRole ? (
          <Row>
            <Button onPress={() => void change.run()}>{t('pairs.card.changeRole')}</Button>
          </Row>
        ) : null}
        <Row>
          <GoLink to="pair" with={{ id: space }}>
            {t('pairs.card.open', { name })}
          </GoLink>
        </Row>
        <Disclosure title={t('pairs.exchange.title')} startsOpen={needsCare}>
          <ExchangeState pair={pair} />
        </Disclosure>
        <FailureNotice error={change.error} />
      </Stack>
    </Card>
  );
}

function ExchangeState({ pair }: { pair: PairView }) {
  const { t, formatRelativeDay, formatTime } = useText();
  const { space, exchange } = pair;
  const name = pair.other.name;
  const choose = useAction(async () => {
    const { folder } = await call('vault.chooseFolder', { purpose: 'shared' });
    if (folder !== null) await call('pairs.setFolder', { space, folder });
  });
  const look = useAction(() => call('exchange.sync', {}));
  const askAgain = useAction(() => call('exchange.askAgain', { space: pair.space }));
  return (
    <Stack gap="close">
      {exchange.state === 'ready' ? (
        <p>{t('pairs.exchange.ready', { name })}</p>
      ) : (
        <Notice tone={exchange.state === 'fork' || exchange.state === 'notListed' ? 'error' : 'caution'}>
          {t(`pairs.exchange.${exchange.state}`, { name })}
        </Notice>
      )}
      <p>
        {t('pairs.exchange.folder')}:{' '}
        <span className={styles.path}>{pair.folder ?? t('pairs.compare.folderNone')}</span>
      </p>
      {exchange.unsent > 0 ? <Quiet>{t('pairs.exchange.unsent', { count: exchange.unsent })}</Quiet> : null}
      {exchange.waiting > 0 ? (
        <Quiet>
          {t('pairs.exchange.waiting', { count: exchange.waiting })} {t('pairs.exchange.waitingHelp')}
        </Quiet>
      ) : null}
      {exchange.lastReceivedAt === null ? null : (
        <Quiet>
          {t('pairs.exchange.lastReceived', {
            when: `${formatRelativeDay(exchange.lastReceivedAt)}, ${formatTime(exchange.lastReceivedAt)}`,
          })}
        </Quiet>
      )}
      <Row>
        <Button onPress={() => void choose.run()}>{t('pairs.exchange.chooseFolder')}</Button>
        <Button onPress={() => void look.run()} isBusy={look.busy}>
          {t('pairs.exchange.look')}
        </Button>
        {exchange.waiting > 0 || exchange.setAside.length > 0 ? (
          <Button onPress={() => void askAgain.run()} isBusy={askAgain.busy}>
            {t('pairs.exchange.askAgain')}
          </Button>
        ) : null}
      </Row>
      {exchange.setAside.length > 0 ? (
        <Notice tone="caution" title={t('pairs.exchange.setAside')}>
          <ul>
            {exchange.setAside.map((file) => (
              <li key={file.name}>{t(`errors.${file.code}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {exchange.refused.length > 0 ? (
        <Notice tone="caution" title={t('pairs.exchange.refused', { name })}>
          {t('pairs.exchange.refusedText')}
        </Notice>
      ) : null}
      <FailureNotice error={choose.error ?? look.error ?? askAgain.error} />
    </Stack>
  );
}

function rolesInWords(pair: PairView, t: ReturnType<typeof useText>['t']): string {
  const role = t(`pairs.role.${pair.me.role}`);
  const name = pair.other.name;
  if (pair.other.role === null) return t('pairs.card.youAreOnly', { role, name });
  if (pair.other.role === pair.me.role) return t('pairs.card.sameRole', { role });
  return t('pairs.card.youAre', { role, name, otherRole: t(`pairs.role.${pair.other.role}`) });
}
