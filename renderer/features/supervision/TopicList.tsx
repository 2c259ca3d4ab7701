import { useState } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Stack, TextField } from '../../ui/index.ts';
import styles from './Session.module.css';
import { useOffers } from './FromLastTime.tsx';
import { draftsAt, useSession } from './sessionContext.ts';
import { TopicOrder } from './TopicOrder.tsx';

type Entry = { readonly place: string; readonly title: string; readonly isMine?: boolean };

/** The order of the session: arriving, last promises, the supervisee's topics, the supervisor's, how we work, before we go. */
export function TopicList(props: { open: string; onOpen: (place: string) => void }) {
  const { t } = useText();
  const { page, isSigned, nameOf } = useSession();
  const offers = useOffers();
  const entries = (list: readonly Entry[]) => (
    <ul className={styles.list}>
      {list.map((entry) => (
        <li key={entry.place}>
          <button
            type="button"
            className={styles.topic}
            aria-current={props.open === entry.place ? 'true' : undefined}
            onClick={() => props.onOpen(entry.place)}
          >
            {entry.title}
            {entry.isMine ? <Quiet small>{t('sessions.onlyYou')}</Quiet> : null}
          </button>
        </li>
      ))}
    </ul>
  );
  const [isOrdering, setOrdering] = useState(false);
  const allTopicsOf = (role: Role): Entry[] => [
    ...page.view.topics
      .filter((topic) => topic.topic?.role === role)
      .map((topic) => ({ place: topic.place, title: topic.title ?? '' })),
    ...(role === page.me && !isSigned
      ? draftsAt(page, 'topic', null)
          .filter((draft) => !draft.shown)
          .map((draft) => ({
            place: draft.item,
            title: draft.body.title || t('sessions.topic.untitled'),
            isMine: true,
          }))
      : []),
  ];
  const rankOf = (entry: Entry) => {
    const rank = page.myTopicOrder.indexOf(entry.place);
    return rank === -1 ? page.myTopicOrder.length : rank;
  };
  // Once both have signed, the order is the record's.
  const topicsOf = (role: Role) =>
    role === page.me && !isSigned
      ? allTopicsOf(role).toSorted((a, b) => rankOf(a) - rankOf(b))
      : allTopicsOf(role);
  const lost = page.view.topics
    .filter((topic) => topic.topic === null && !page.mine.some((draft) => draft.item === topic.place))
    .map((topic) => ({ place: topic.place, title: t('sessions.topic.takenBack') }));
  // A signed record gets no more topics: what is empty then stays empty, and needs no heading.
  const groups = (['supervisee', 'supervisor'] as const).filter(
    (role) => !isSigned || topicsOf(role).length > 0,
  );
  return (
    <nav className={styles.topics} aria-label={t('sessions.topics')}>
      {entries([
        { place: 'arriving', title: t('sessions.part.arriving') },
        { place: 'promises', title: t('sessions.part.promises') },
        ...(offers.length > 0 || props.open === 'fromLastTime'
          ? [{ place: 'fromLastTime', title: t('ways.carry.title') }]
          : []),
      ])}
      {groups.map((role) => (
        <div key={role} className={styles.group}>
          <h2 className={styles.groupName}>
            {role === page.me ? t('sessions.topics.mine') : t('sessions.topics.of', { name: nameOf(role) })}
          </h2>
          {role === page.me && isOrdering ? (
            <TopicOrder topics={topicsOf(role)} onDone={() => setOrdering(false)} />
          ) : (
            entries(topicsOf(role))
          )}
          {role !== page.me && topicsOf(role).length === 0 ? (
            <Quiet small>{t('sessions.topics.none')}</Quiet>
          ) : null}
          {role === page.me && !isSigned && !isOrdering ? (
            <>
              <AddTopic onAdded={props.onOpen} />
              {topicsOf(role).length > 1 && !page.together ? (
                <div>
                  <Button kind="plain" onPress={() => setOrdering(true)}>
                    {t('sessions.topics.order')}
                  </Button>
                </div>
              ) : null}
            </>
          ) : null}
        </div>
      ))}
      {lost.length > 0 ? entries(lost) : null}
      {entries([
        { place: 'howWeWork', title: t('sessions.part.howWeWork') },
        { place: 'beforeWeGo', title: t('sessions.part.beforeWeGo') },
      ])}
    </nav>
  );
}

function AddTopic(props: { onAdded: (place: string) => void }) {
  const { t } = useText();
  const { page } = useSession();
  const [title, setTitle] = useState<string | null>(null);
  const add = useAction(async () => {
    const { item } = await call('sessions.saveTopic', {
      session: page.session,
      item: null,
      title: title?.trim() ?? '',
    });
    setTitle(null);
    props.onAdded(item);
  });
  if (title === null) {
    return (
      <div>
        <Button kind="plain" onPress={() => setTitle('')}>
          {t('sessions.topic.add')}
        </Button>
      </div>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void add.run();
      }}
    >
      <Stack gap="close">
        <TextField
          label={t('sessions.topic.title')}
          value={title}
          onChange={setTitle}
          maxLength={300}
          autoFocus
        />
        <div>
          <Button type="submit" isDisabled={title.trim() === ''} isBusy={add.busy}>
            {t('common.add')}
          </Button>
          <Button kind="plain" onPress={() => setTitle(null)}>
            {t('common.cancel')}
          </Button>
        </div>
        <FailureNotice error={add.error} />
      </Stack>
    </form>
  );
}
