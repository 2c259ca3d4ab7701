import { useState } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { type Unsent, WithUnsent } from '../../kept/WithUnsent.tsx';
import {
  Button,
  Dialog,
  FailureNotice,
  GoLink,
  Loaded,
  Quiet,
  Select,
  Stack,
  TextArea,
  TextField,
  toast,
} from '../../ui/index.ts';

type SessionLine = Output<'sessions.list'>['sessions'][number];
const ofMine = 'new';

type Words = { title: string; text: string };

/**
 * Words about what was not said, copied into a coming session as words of mine that nobody sees before I show them there. What is
 * typed is there again until it is put there or the dialog is cancelled.
 */
export function OfferEpisode(props: { episode: EpisodeView; onClose: () => void }) {
  const { episode } = props;
  return (
    <WithUnsent form="offer" about={episode.item} empty={{ title: '', text: episode.what }}>
      {(unsent) => <OfferDialog {...props} unsent={unsent} />}
    </WithUnsent>
  );
}

function OfferDialog(props: { episode: EpisodeView; unsent: Unsent<Words>; onClose: () => void }) {
  const { t, formatDate } = useText();
  const { episode, onClose } = props;
  const { value, change, flush, done, putAway } = props.unsent;
  const { title, text } = value;
  const [session, setSession] = useState<string | null>(null);
  const [topic, setTopic] = useState(ofMine);
  const sessions = useCall('sessions.list', { space: null });
  const put = useAction(async () => {
    if (session === null) return;
    const isNew = topic === ofMine;
    await flush();
    await call('episodes.offer', {
      item: episode.item,
      session,
      topic: isNew ? null : topic,
      title: isNew ? title.trim() || t('episodes.offer.untitled') : '',
      text,
    });
    await done();
    toast(t('episodes.offer.done'));
    onClose();
  });
  const cancel = useAction(async () => {
    await putAway();
    onClose();
  });
  return (
    <Dialog
      title={t('episodes.offer.title')}
      onClose={onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void put.run()}
            isBusy={put.busy}
            isDisabled={session === null || text.trim() === ''}
          >
            {t('episodes.offer.put')}
          </Button>
          <Button onPress={() => void cancel.run()}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Stack>
        <Quiet>{t('episodes.offer.help')}</Quiet>
        <Loaded call={sessions}>
          {(list) => {
            const coming = comingOnes(list.sessions);
            return coming.length === 0 ? (
              <Stack gap="close">
                <p>{t('episodes.offer.none')}</p>
                <p>
                  <GoLink to="supervision" with={{}}>
                    {t('frame.place.supervision')}
                  </GoLink>
                </p>
              </Stack>
            ) : (
              <Select
                label={t('episodes.offer.session')}
                value={session}
                placeholder={t('episodes.offer.chooseSession')}
                onChange={(chosen) => {
                  setSession(chosen);
                  setTopic(ofMine);
                }}
                options={coming.map((one) => ({
                  value: one.session,
                  label: t('episodes.offer.with', { name: one.otherName, date: formatDate(one.date) }),
                }))}
              />
            );
          }}
        </Loaded>
        {session === null ? null : (
          <>
            <TopicSelect session={session} value={topic} onChange={setTopic} />
            {topic === ofMine ? (
              <TextField
                label={t('episodes.offer.topicName')}
                optional
                placeholder={t('episodes.offer.untitled')}
                value={title}
                onChange={(title) => change({ title })}
                onBlur={() => void flush()}
                maxLength={300}
              />
            ) : null}
            <TextArea
              label={t('episodes.offer.words')}
              description={t('episodes.offer.wordsHelp')}
              value={text}
              onChange={(text) => change({ text })}
              onBlur={() => void flush()}
              maxLength={20_000}
              writing
            />
          </>
        )}
        <FailureNotice error={put.error ?? cancel.error} />
      </Stack>
    </Dialog>
  );
}

function TopicSelect(props: { session: string; value: string; onChange: (topic: string) => void }) {
  const { t } = useText();
  const page = useCall('sessions.get', { session: props.session });
  return (
    <Loaded call={page}>
      {({ view, mine }) => {
        const shown = view.topics.map(({ place, title }) => ({ value: place, label: title ?? '' }));
        const unshown = mine.flatMap((draft) =>
          draft.kind === 'topic' && !draft.shown ? [{ value: draft.item, label: draft.body.title }] : [],
        );
        const named = [...shown, ...unshown].filter(({ label }) => label.trim() !== '');
        return (
          <Select
            label={t('episodes.offer.topic')}
            value={props.value}
            onChange={props.onChange}
            options={[{ value: ofMine, label: t('episodes.offer.newTopic') }, ...named]}
          />
        );
      }}
    </Loaded>
  );
}

/** Planned ones of today and later that nobody has signed, the next one first. */
function comingOnes(sessions: readonly SessionLine[]): SessionLine[] {
  const today = todayDate();
  return sessions
    .filter(({ kind, date, state }) => kind === 'planned' && date >= today && !state.startsWith('signed'))
    .reverse();
}
