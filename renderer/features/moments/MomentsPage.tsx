import { useState } from 'react';
import { useCall } from '../../api.ts';
import { shortcuts } from '../../frame/useShortcuts.ts';
import { useText } from '../../i18n.ts';
import { Button, Loaded, Page, Quiet, Row, Stack } from '../../ui/index.ts';
import { CheckIn } from './CheckIn.tsx';
import { EpisodeDialog } from './EpisodeDialog.tsx';
import { MomentDays } from './MomentDays.tsx';
import { useOpening } from '../../useOpening.ts';
import { OtherPlaces } from './OtherPlaces.tsx';

/** What stays with me: check-ins and episodes together, by day, newest first; what wished to be asked again above them. */
export function MomentsPage() {
  const { t } = useText();
  const moments = useCall('moments.list', { page: null });
  const episodes = useCall('episodes.list', {});
  const checkIn = useOpening();
  const [isEpisodeOpen, setEpisodeOpen] = useState(false);
  return (
    <Page title={t('moments.title')} lead={t('moments.lead')}>
      {checkIn.isOpen ? (
        <CheckIn page={null} onDone={checkIn.leave} />
      ) : (
        <Stack gap="close">
          <Row>
            <Button kind="primary" autoFocus={checkIn.wasLeft} onPress={checkIn.open}>
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
      {checkIn.isOpen ? null : (
        <Loaded call={moments}>
          {(momentList) => (
            <Loaded call={episodes}>
              {(episodeList) => <MomentDays moments={momentList.moments} episodes={episodeList.episodes} />}
            </Loaded>
          )}
        </Loaded>
      )}
      {isEpisodeOpen ? <EpisodeDialog onClose={() => setEpisodeOpen(false)} /> : null}
    </Page>
  );
}
