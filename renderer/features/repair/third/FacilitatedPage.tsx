import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import { call, useCall } from '../../../api.ts';
import { SpaceExchange } from '../../../exchange/SpaceExchange.tsx';
import { useText } from '../../../i18n.ts';
import { Disclosure, GoLink, Loaded, Notice, Page, Quiet, Stack } from '../../../ui/index.ts';
import { EndIt } from './EndIt.tsx';
import { FacilitatedVoices } from './FacilitatedVoices.tsx';
import { PeopleHere } from './PeopleHere.tsx';

/** One repair with a third person: what each of the three shows the two others, and the way out of it. */
export function FacilitatedPage({ id }: { id: string }) {
  const { t } = useText();
  const page = useCall('facilitations.get', { space: id });
  return (
    <Loaded call={page}>
      {(value) => (
        <Page title={t('third.title')} lead={<Lead page={value} />} above={<Above page={value} />}>
          <Stack gap="loose">
            <Standing page={value} />
            <Stack gap="close">
              <h2>{t('third.page.shown')}</h2>
              <FacilitatedVoices page={value} />
            </Stack>
            <Quiet>{t('third.page.record')}</Quiet>
            {value.endedAt === null ? <EndIt space={value.space} /> : null}
            <Disclosure title={t('third.page.people')} level={2}>
              <PeopleHere page={value} />
            </Disclosure>
            <Disclosure title={t('circles.exchange.title')} level={2} startsOpen={needsCare(value)}>
              <SpaceExchange
                space={value.space}
                folder={value.folder}
                exchange={value.exchange}
                folderHelp={t('third.folderHelp')}
                onFolder={(folder) => call('facilitations.setFolder', { space: value.space, folder })}
              />
            </Disclosure>
          </Stack>
        </Page>
      )}
    </Loaded>
  );
}

function Above({ page }: { page: FacilitationPage }) {
  const { t } = useText();
  return page.rupture === null ? (
    <GoLink to="repair" with={{}}>
      {t('ruptures.back')}
    </GoLink>
  ) : (
    <GoLink to="rupture" with={{ id: page.rupture }}>
      {t('third.page.toRepair')}
    </GoLink>
  );
}

function Lead({ page }: { page: FacilitationPage }) {
  const { t, formatList } = useText();
  const { supervisee, supervisor, facilitator } = page.people;
  if (page.me === 'facilitator') {
    return t('third.page.leadThird', { supervisee: supervisee.name, supervisor: supervisor.name });
  }
  return t('third.page.lead', { names: formatList([supervisee.name, supervisor.name, facilitator.name]) });
}

function Standing({ page }: { page: FacilitationPage }) {
  const { t, formatDate, formatList } = useText();
  if (page.endedAt !== null) {
    return <Notice>{t('third.page.ended', { date: formatDate(page.endedAt) })}</Notice>;
  }
  const away = Object.values(page.people).filter((person) => !person.isHere);
  if (away.length === 0) return null;
  return <Notice>{t('third.page.waiting', { names: formatList(away.map((person) => person.name)) })}</Notice>;
}

/** After the end there is nothing more to send or to wait for. */
function needsCare({ exchange, endedAt }: FacilitationPage): boolean {
  const { state, setAside, refused } = exchange;
  return endedAt === null && (state !== 'ready' || setAside.length > 0 || refused.length > 0);
}
