import type { ReactNode } from 'react';
import type { ExchangeStanding } from '../../shared/contract/pairs.ts';
import { call, useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, FailureNotice, Notice, Quiet, Row, Stack } from '../ui/index.ts';

/** What differs between a pair and a circle: who is named, or nobody. */
export type ExchangeWords = {
  readonly ready: string;
  readonly fork: string;
  readonly refused: string;
};

/** How the exchange of one space stands, in words a person can act on. `folder`: where it goes through, and how that is chosen. */
export function ExchangeState(props: {
  space: string;
  exchange: ExchangeStanding;
  words: ExchangeWords;
  folder: ReactNode;
}) {
  const { t, formatRelativeDay, formatTime } = useText();
  const { space, exchange, words } = props;
  const look = useAction(() => call('exchange.sync', {}));
  const askAgain = useAction(() => call('exchange.askAgain', { space }));
  const { state } = exchange;
  return (
    <Stack gap="close">
      {state === 'ready' ? (
        <p>{words.ready}</p>
      ) : (
        <Notice tone={state === 'fork' || state === 'notListed' ? 'error' : 'caution'}>
          {state === 'fork' ? words.fork : t(`pairs.exchange.${state}`)}
        </Notice>
      )}
      {props.folder}
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
        <Notice tone="caution" title={words.refused}>
          {t('pairs.exchange.refusedText')}
        </Notice>
      ) : null}
      <FailureNotice error={look.error ?? askAgain.error} />
    </Stack>
  );
}
