import { useState } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import type { MomentView } from '../../../shared/contract/moments.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Button, EmptyState, Stack } from '../../ui/index.ts';
import { EpisodeCard } from './EpisodeCard.tsx';
import { MomentCard } from './MomentCard.tsx';

/** Where an entry stands in the list. */
type Place = { readonly at: string; readonly isAsked: boolean };
type Entry = Place & { readonly item: string } & (
    | { readonly kind: 'moment'; readonly moment: MomentView }
    | { readonly kind: 'episode'; readonly episode: EpisodeView }
  );

/** A year of it at once would be nothing to look at. */
const daysAtATime = 20;

/** Check-ins and episodes together, by day, newest first; what wished to be asked again above them. */
export function MomentDays(props: { moments: readonly MomentView[]; episodes: readonly EpisodeView[] }) {
  const { t, formatDate } = useText();
  const [daysShown, setDaysShown] = useState(daysAtATime);
  // What is being changed stays where it was, on whatever day it is put: moving it would take the form from under one's hands.
  const [held, setHeld] = useState<ReadonlyMap<string, Place>>(new Map());
  const entries = merge(props.moments, props.episodes)
    .map((entry) => ({ ...entry, ...held.get(entry.item) }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  if (entries.length === 0) {
    return (
      <EmptyState>
        <p>{t('moments.empty')}</p>
      </EmptyState>
    );
  }
  function hold({ item, at, isAsked }: Entry, isEditing: boolean) {
    const others = new Map(held);
    others.delete(item);
    setHeld(isEditing ? others.set(item, { at, isAsked }) : others);
  }
  const card = (entry: Entry) =>
    entry.kind === 'moment' ? (
      <MomentCard key={entry.item} moment={entry.moment} onEditing={(isEditing) => hold(entry, isEditing)} />
    ) : (
      <EpisodeCard
        key={entry.item}
        episode={entry.episode}
        showsDay={entry.isAsked}
        onEditing={(isEditing) => hold(entry, isEditing)}
      />
    );
  const asked = entries.filter((entry) => entry.isAsked);
  const days = [
    ...Map.groupBy(
      entries.filter((entry) => !entry.isAsked),
      (entry) => todayDate(new Date(entry.at)),
    ),
  ];
  return (
    <Stack gap="loose">
      {asked.length === 0 ? null : (
        <Stack gap="close">
          <h2>{t('episodes.today.title')}</h2>
          {asked.map(card)}
        </Stack>
      )}
      {days.slice(0, daysShown).map(([day, ofDay]) => (
        <Stack key={day} gap="close">
          <h2>{formatDate(day)}</h2>
          {ofDay.map(card)}
        </Stack>
      ))}
      {days.length > daysShown ? (
        <div>
          <Button onPress={() => setDaysShown(daysShown + daysAtATime)}>{t('moments.earlier')}</Button>
        </div>
      ) : null}
    </Stack>
  );
}

function merge(moments: readonly MomentView[], episodes: readonly EpisodeView[]): Entry[] {
  return [
    ...moments.map((moment): Entry => {
      const { item, at } = moment;
      return { kind: 'moment', item, at, isAsked: false, moment };
    }),
    ...episodes.map((episode): Entry => {
      const { item, at, askNow } = episode;
      return { kind: 'episode', item, at, isAsked: askNow, episode };
    }),
  ];
}
