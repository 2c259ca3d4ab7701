import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import { useText } from '../../i18n.ts';
import { Card, Disclosure, Quiet, Stack, Words } from '../../ui/index.ts';
import { EntryButtons } from './EntryButtons.tsx';
import { EpisodeEdit } from './EpisodeEdit.tsx';
import { useOpening } from '../../useOpening.ts';
import { NotSaid } from './NotSaid.tsx';
import { AskedAgain, WeightNow, Weights } from './WeightNow.tsx';

/** One episode in the list, with all that was said about it and nothing counted. `showsDay` where no heading says it. */
export function EpisodeCard(props: {
  episode: EpisodeView;
  showsDay?: boolean;
  onEditing: (isEditing: boolean) => void;
}) {
  const { episode, showsDay = false, onEditing } = props;
  const { t, formatTime, formatDate } = useText();
  const editing = useOpening();
  if (editing.isOpen) {
    const done = () => {
      editing.leave();
      onEditing(false);
    };
    return <EpisodeEdit episode={episode} onDone={done} />;
  }
  const time = formatTime(episode.at);
  const { item } = episode;
  return (
    <Card>
      <Stack gap="close">
        <h3>{[t('episodes.list.kind'), ...(showsDay ? [formatDate(episode.at)] : []), time].join(' · ')}</h3>
        <Words>{episode.what}</Words>
        <Weights episode={episode} />
        {episode.kinds.map((kind) => (
          <p key={kind}>{t(`episodes.kind.${kind}`)}</p>
        ))}
        <InTheWay episode={episode} />
        <Said episode={episode} />
        {episode.more === '' ? null : <Words>{episode.more}</Words>}
        <TheRest episode={episode} />
        <NotSaid episode={episode} />
        {episode.askNow ? (
          <AskedAgain item={item} />
        ) : (
          <div>
            <WeightNow item={item} time={time} />
          </div>
        )}
        <EntryButtons
          kind="episodes"
          item={item}
          time={time}
          takesFocus={editing.wasLeft}
          onEdit={() => {
            editing.open();
            onEditing(true);
          }}
        />
      </Stack>
    </Card>
  );
}

function InTheWay({ episode }: { episode: EpisodeView }) {
  const { t, formatList } = useText();
  const { obstacles, obstacleWords } = episode;
  // "Something else" says nothing beside the words for it.
  const named = obstacles.filter((obstacle) => obstacle !== 'other' || obstacleWords === '');
  const list = [...named.map((obstacle) => t(`episodes.obstacle.${obstacle}`)), obstacleWords];
  const said = list.filter((part) => part !== '');
  return said.length === 0 ? null : <p>{t('episodes.list.obstacles', { list: formatList(said) })}</p>;
}

function Said({ episode }: { episode: EpisodeView }) {
  const { t, formatDate } = useText();
  const { said, saidTo, saidOn } = episode;
  return (
    <>
      {said === null ? null : <p>{t(`episodes.said.${said}`)}</p>}
      {saidTo === '' ? null : (
        <p>{t(said === 'couldNot' ? 'episodes.list.wouldSayTo' : 'episodes.list.saidTo', { who: saidTo })}</p>
      )}
      {saidOn === null ? null : <p>{t('episodes.list.saidOn', { date: formatDate(saidOn) })}</p>}
    </>
  );
}

const restNames = ['stake', 'wanted', 'done', 'supportAsked', 'supportGiven', 'organisationAsk'] as const;

function TheRest({ episode }: { episode: EpisodeView }) {
  const { t } = useText();
  const { people } = episode;
  const said = restNames.filter((name) => episode[name].trim() !== '');
  if (said.length === 0 && people.length === 0) return null;
  return (
    <Disclosure title={t('episodes.list.rest')} level={4}>
      <Stack gap="close">
        {said.map((name) => (
          <div key={name}>
            <Quiet small>{t(`episodes.more.${name}`)}</Quiet>
            <Words>{episode[name]}</Words>
          </div>
        ))}
        {people.length === 0 ? null : <p>{t('episodes.list.people', { codes: people.join(', ') })}</p>}
      </Stack>
    </Disclosure>
  );
}
