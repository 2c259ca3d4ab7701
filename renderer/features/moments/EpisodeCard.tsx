import { useState } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Quiet, Row, Stack, Words } from '../../ui/index.ts';
import { EntryButtons } from './EntryButtons.tsx';
import { EpisodeEdit } from './EpisodeEdit.tsx';
import { WeightField } from './EpisodeFields.tsx';

/** One episode in the list, with all that was said about it and nothing counted. */
export function EpisodeCard({ episode }: { episode: EpisodeView }) {
  const { t, formatTime, formatDate, formatList } = useText();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <EpisodeEdit episode={episode} onDone={() => setEditing(false)} />;
  const time = formatTime(episode.at);
  const { weight, obstacles, said } = episode;
  return (
    <Card>
      <Stack gap="close">
        <h3>{`${t('episodes.list.kind')} · ${time}`}</h3>
        <Words>{episode.what}</Words>
        {weight === null ? null : <p>{t('episodes.list.weight', { weight })}</p>}
        {episode.ratings.map((rating) => (
          <p key={rating.at}>
            {t('episodes.list.rating', { date: formatDate(rating.at), weight: rating.weight })}
          </p>
        ))}
        {episode.kinds.map((kind) => (
          <p key={kind}>{t(`episodes.kind.${kind}`)}</p>
        ))}
        {obstacles.length === 0 ? null : (
          <p>
            {t('episodes.list.obstacles', {
              list: formatList(obstacles.map((obstacle) => t(`episodes.obstacle.${obstacle}`))),
            })}
          </p>
        )}
        {said === null ? null : <p>{t(`episodes.said.${said}`)}</p>}
        {episode.more === '' ? null : <Words>{episode.more}</Words>}
        {episode.askNow ? <AskedAgain item={episode.item} /> : null}
        <EntryButtons kind="episodes" item={episode.item} time={time} onEdit={() => setEditing(true)} />
      </Stack>
    </Card>
  );
}

function AskedAgain({ item }: { item: string }) {
  const { t } = useText();
  const [weight, setWeight] = useState<number | null>(null);
  const answer = useAction((said: number | null) => call('episodes.answerAgain', { item, weight: said }));
  return (
    <Stack gap="close">
      <Quiet>{t('episodes.asked.lead')}</Quiet>
      <WeightField value={weight} onChange={setWeight} />
      <Row>
        <Button onPress={() => void answer.run(weight)} isDisabled={weight === null}>
          {t('episodes.keep')}
        </Button>
        <Button onPress={() => void answer.run(null)}>{t('episodes.asked.notToday')}</Button>
      </Row>
      <FailureNotice error={answer.error} />
    </Stack>
  );
}
