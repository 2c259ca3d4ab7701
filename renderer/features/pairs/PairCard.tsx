import type { PairView } from '../../../shared/contract/pairs.ts';
import { call, useAction } from '../../api.ts';
import { ExchangeState } from '../../exchange/ExchangeState.tsx';
import { useText } from '../../i18n.ts';
import { Button, Card, Disclosure, FailureNotice, GoLink, Quiet, Row, Stack } from '../../ui/index.ts';
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
          <PairExchange pair={pair} />
        </Disclosure>
        <FailureNotice error={change.error} />
      </Stack>
    </Card>
  );
}

function PairExchange({ pair }: { pair: PairView }) {
  const { t } = useText();
  const { space, exchange } = pair;
  const name = pair.other.name;
  const choose = useAction(async () => {
    const { folder } = await call('vault.chooseFolder', { purpose: 'shared' });
    if (folder !== null) await call('pairs.setFolder', { space, folder });
  });
  return (
    <ExchangeState
      space={space}
      exchange={exchange}
      words={{
        ready: t('pairs.exchange.ready', { name }),
        fork: t('pairs.exchange.fork', { name }),
        refused: t('pairs.exchange.refused', { name }),
      }}
      folder={
        <>
          <p>
            {t('pairs.exchange.folder')}:{' '}
            <span className={styles.path}>{pair.folder ?? t('pairs.compare.folderNone')}</span>
          </p>
          <Row>
            <Button onPress={() => void choose.run()}>{t('pairs.exchange.chooseFolder')}</Button>
          </Row>
          <FailureNotice error={choose.error} />
        </>
      }
    />
  );
}

function rolesInWords(pair: PairView, t: ReturnType<typeof useText>['t']): string {
  const role = t(`pairs.role.${pair.me.role}`);
  const name = pair.other.name;
  if (pair.other.role === null) return t('pairs.card.youAreOnly', { role, name });
  if (pair.other.role === pair.me.role) return t('pairs.card.sameRole', { role });
  return t('pairs.card.youAre', { role, name, otherRole: t(`pairs.role.${pair.other.role}`) });
}
