import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { GoLink, Loaded, Page } from '../../ui/index.ts';
import { WiderRecord } from './WiderRecord.tsx';

/** One private record of a rupture in a team, with a family or between agencies. */
export function WiderRupturePage({ id }: { id: string }) {
  const { t } = useText();
  const record = useCall('widerRuptures.get', { item: id });
  return (
    <Page
      above={
        <GoLink to="repair" with={{}}>
          {t('ruptures.back')}
        </GoLink>
      }
      title={t('widerRuptures.title')}
      lead={t('widerRuptures.lead')}
    >
      <Loaded call={record}>
        {/* Once it came back its steps begin anew, and with them what is being written. */}
        {(value) => <WiderRecord key={`${id} ${value.earlier.length}`} record={value} />}
      </Loaded>
    </Page>
  );
}
