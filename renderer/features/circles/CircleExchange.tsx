import type { CircleView } from '../../../shared/contract/circles.ts';
import { call, useAction } from '../../api.ts';
import { ExchangeState } from '../../exchange/ExchangeState.tsx';
import { useText } from '../../i18n.ts';
import { FailureNotice } from '../../ui/index.ts';
import { FolderChoice } from './FolderChoice.tsx';

/** How the circle's exchange stands, in words. */
export function CircleExchange({ circle }: { circle: CircleView }) {
  const { t } = useText();
  const { space, exchange } = circle;
  const choose = useAction((folder: string) => call('circles.setFolder', { space, folder }));
  return (
    <ExchangeState
      space={space}
      exchange={exchange}
      words={{
        ready: t('circles.exchange.ready'),
        fork: t('circles.exchange.fork'),
        refused: t('circles.exchange.refused'),
      }}
      folder={
        <>
          <FolderChoice folder={circle.folder} onChoose={(folder) => void choose.run(folder)} />
          <FailureNotice error={choose.error} />
        </>
      }
    />
  );
}
