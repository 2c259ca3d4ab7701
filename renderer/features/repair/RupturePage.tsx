import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { GoLink, Loaded, Page } from '../../ui/index.ts';
import { NoticedNote } from './NoticedNote.tsx';
import { Repair } from './Repair.tsx';

/** One rupture: my private note of it, or what two people share, whichever the id is. */
export function RupturePage({ id }: { id: string }) {
  const { t } = useText();
  const opened = useCall('ruptures.open', { item: id });
  const kind = opened.value?.kind;
  return (
    <Page
      key={kind ?? 'waiting'}
      above={
        <GoLink to="repair" with={{}}>
          {t('ruptures.back')}
        </GoLink>
      }
      title={
        opened.value?.kind === 'repair'
          ? t('ruptures.with', { name: opened.value.repair.other.name })
          : t('ruptures.noticed.title')
      }
    >
      <Loaded call={opened}>
        {(value) =>
          value.kind === 'noticed' ? (
            <NoticedNote key={id} note={value.noticed} />
          ) : (
            <Repair key={id} repair={value.repair} />
          )
        }
      </Loaded>
    </Page>
  );
}
