import type { CircleView } from '../../../shared/contract/circles.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Notice, Quiet, Row, Stack } from '../../ui/index.ts';
import { FolderChoice } from './FolderChoice.tsx';

/** How the circle's exchange stands, in words. */
export function CircleExchange({ circle }: { circle: CircleView }) {
  const { t, formatRelativeDay, formatTime } = useText();
  const { space, exchange } = circle;
  const choose = useAction((folder: string) => call('circles.setFolder', { space, folder }));
  const look = useAction(() => call('exchange.sync', {}));
  const askAgain = useAction(() => call('exchange.askAgain', { space }));
  return (
    <Stack gap="close">
      {exchange.state === 'ready' ? (
        <p>{t('circles.exchange.ready')}</p>
      ) : (
        <Notice tone={exchange.state === 'fork' || exchange.state === 'notListed' ? 'error' : 'caution'}>
          {exchange.state === 'fork' ? t('circles.exchange.fork') : t(`pairs.exchange.${exchange.state}`)}
        </Notice>
      )}
      <FolderChoice folder={circle.folder} onChoose={(folder) => void choose.run(folder)} />
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
        <Notice tone="caution" title={t('circles.exchange.refused')}>
          {t('pairs.exchange.refusedText')}
        </Notice>
      ) : null}
      <FailureNotice error={choose.error ?? look.error ?? askAgain.error} />
    </Stack>
  );
}
