import { useState } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import type { MomentView } from '../../../shared/contract/moments.ts';
import { useCall } from '../../api.ts';
import { shortcuts } from '../../frame/useShortcuts.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Button, EmptyState, Loaded, Page, Quiet, Row, Stack } from '../../ui/index.ts';
import { CheckIn } from './CheckIn.tsx';
import { EpisodeCard } from './EpisodeCard.tsx';
import { EpisodeDialog } from './EpisodeDialog.tsx';
import { MomentCard } from './MomentCard.tsx';
import { OtherPlaces } from './OtherPlaces.tsx';

type Entry =
  | { readonly kind: 'moment'; readonly at: string; readonly moment: MomentView }
  | { readonly kind: 'episode'; readonly at: string; readonly episode: EpisodeView };

/** What stays with me: check-ins and episodes together, by day, newest first; what wished to be asked again above them. */
export function MomentsPage() {
  const { t } = useText();
  const moments = useCall('moments.list', { page: null });
  const episodes = useCall('episodes.list', {});
  const [isCheckingIn, setCheckingIn] = useState(false);
  const [isEpisodeOpen, setEpisodeOpen] = useState(false);
  return (
    <Page title={t('moments.title')} lead={t('moments.lead')}>
      {isCheckingIn ? (
        <CheckIn page={null} onDone={() => setCheckingIn(false)} />
      ) : (
        <Stack gap="close">
          <Row>
            <Button kind="primary" onPress={() => setCheckingIn(true)}>
              {t('moments.checkIn.open')}
            </Button>
            <Button keys={shortcuts.episode.aria} onPress={() => setEpisodeOpen(true)}>
              {t('episodes.open')}
            </Button>
          </Row>
          <Quiet small>{t('episodes.openKeys', { keys: shortcuts.episode.shown })}</Quiet>
        </Stack>
      )}
      <OtherPlaces />
      {/* What is being said is saved already; it joins the list once it is kept. */}
      {isCheckingIn ? null : (
        <Loaded call={moments}>
          {(momentList) => (
            <Loaded call={episodes}>
              {(episodeList) => <Days entries={merge(momentList.moments, episodeList.episodes)} />}
            </Loaded>
          )}
        </Loaded>
      )}
      {isEpisodeOpen ? <EpisodeDialog onClose={() => setEpisodeOpen(false)} /> : null}
    </Page>
  );
}

function Days({ entries }: { entries: readonly Entry[] }) {
  const { t, formatDate } = useText();
  if (entries.length === 0) {
    return (
      <EmptyState>
        <p>{t('moments.empty')}</p>
      </EmptyState>
    );
  }
  const asked = entries.filter((entry) => entry.kind === 'episode' && entry.episode.askNow);
  const others = entries.filter((entry) => !asked.includes(entry));
  const days = Map.groupBy(others, (entry) => todayDate(new Date(entry.at)));
  return (
    <Stack gap="loose">
      {asked.length === 0 ? null : (
        <Stack gap="close">
          <h2>{t('episodes.today.title')}</h2>
          {asked.map((entry) =>
            entry.kind === 'episode' ? (
              <EpisodeCard key={entry.episode.item} episode={entry.episode} showsDay />
            ) : null,
          )}
        </Stack>
      )}
      {[...days].map(([day, ofDay]) => (
        <Stack key={day} gap="close">
          <h2>{formatDate(day)}</h2>
          {ofDay.map((entry) =>
            entry.kind === 'moment' ? (
              <MomentCard key={entry.moment.item} moment={entry.moment} />
            ) : (
              <EpisodeCard key={entry.episode.item} episode={entry.episode} />
            ),
          )}
        </Stack>
      ))}
    </Stack>
  );
}

function merge(moments: readonly MomentView[], episodes: readonly EpisodeView[]): Entry[] {
  const entries: Entry[] = [
    ...moments.map((moment) => ({ kind: 'moment', at: moment.at, moment }) as const),
    ...episodes.map((episode) => ({ kind: 'episode', at: episode.at, episode }) as const),
  ];
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
