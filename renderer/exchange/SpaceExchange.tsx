import type { ExchangeStanding } from '../../shared/contract/pairs.ts';
import { useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import { FailureNotice } from '../ui/index.ts';
import { ExchangeState } from './ExchangeState.tsx';
import { SharedFolder } from './SharedFolder.tsx';

/** How the exchange of a space of more than two stands, in words. */
export function SpaceExchange(props: {
  space: string;
  folder: string | null;
  exchange: ExchangeStanding;
  /** Who must be able to reach the folder. */
  folderHelp: string;
  onFolder: (folder: string) => Promise<unknown>;
}) {
  const { t } = useText();
  const choose = useAction(props.onFolder);
  return (
    <ExchangeState
      space={props.space}
      exchange={props.exchange}
      words={{
        ready: t('circles.exchange.ready'),
        fork: t('circles.exchange.fork'),
        refused: t('circles.exchange.refused'),
      }}
      folder={
        <>
          <SharedFolder
            folder={props.folder}
            help={props.folderHelp}
            onChoose={(folder) => void choose.run(folder)}
          />
          <FailureNotice error={choose.error} />
        </>
      }
    />
  );
}
