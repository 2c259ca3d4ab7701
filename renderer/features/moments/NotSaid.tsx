import { useState } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import { isUnsaid } from '../../../shared/model/episode.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, GoLink, Row, toast } from '../../ui/index.ts';
import { OfferEpisode } from './OfferEpisode.tsx';

/** For what was not said: a way to take it to a session, and to note that it was said since. By choice, and never asked for. */
export function NotSaid({ episode }: { episode: EpisodeView }) {
  const { t } = useText();
  const { item, carriedTo } = episode;
  const [isOffering, setOffering] = useState(false);
  const say = useAction(async () => {
    await call('episodes.saidSince', { item, said: true });
    const undo = () => call('episodes.saidSince', { item, said: false });
    toast(t('episodes.saidSince.done'), () => void undo().catch(() => undefined));
  });
  return (
    <>
      {carriedTo.length === 0 ? null : <CarriedTo sessions={carriedTo} />}
      {isUnsaid(episode) ? (
        <Row>
          <Button onPress={() => setOffering(true)}>{t('episodes.offer.open')}</Button>
          <Button onPress={() => void say.run()} isBusy={say.busy}>
            {t('episodes.saidSince.button')}
          </Button>
        </Row>
      ) : null}
      <FailureNotice error={say.error} />
      {isOffering ? <OfferEpisode episode={episode} onClose={() => setOffering(false)} /> : null}
    </>
  );
}

/** A session that is not there any more is passed over. Their lines are kept free until they are known: what is below must not move under a press. */
export function CarriedTo(props: { sessions: readonly string[] }) {
  const { t, formatDate } = useText();
  const { value } = useCall('sessions.list', { space: null });
  if (value === undefined) return props.sessions.map((session) => <p key={session}>{'\u00a0'}</p>);
  const known = value.sessions.filter(({ session }) => props.sessions.includes(session));
  return known.map(({ session, otherName, date }) => (
    <p key={session}>
      <GoLink to="session" with={{ id: session }}>
        {t('episodes.offer.carried', { name: otherName, date: formatDate(date) })}
      </GoLink>
    </p>
  ));
}
