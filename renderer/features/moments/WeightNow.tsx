import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Row, Stack, toast } from '../../ui/index.ts';
import { useOpening } from '../../useOpening.ts';
import { WeightField } from './EpisodeFields.tsx';

/** How heavy it was, and at which days it was said later. Each of those can be taken back. */
export function Weights({ episode }: { episode: EpisodeView }) {
  const { t } = useText();
  const { item, weight, ratings } = episode;
  const list = (
    <Stack gap="close">
      {ratings.map((rating) => (
        <Rating key={rating.at} item={item} rating={rating} />
      ))}
    </Stack>
  );
  return (
    <>
      {weight === null ? null : <p>{t('episodes.list.weight', { weight })}</p>}
      {ratings.length > 3 ? (
        <Disclosure title={t('episodes.list.ratings')} level={4}>
          {list}
        </Disclosure>
      ) : ratings.length > 0 ? (
        list
      ) : null}
    </>
  );
}

function Rating(props: { item: string; rating: EpisodeView['ratings'][number] }) {
  const { t, formatDate } = useText();
  const { item, rating } = props;
  const { at, weight } = rating;
  const date = formatDate(at);
  const takeBack = useAction(async () => {
    await call('episodes.unrate', { item, at });
    toast(
      t('episodes.rate.takenBack'),
      () => void call('episodes.rate', { item, weight, at }).catch(() => undefined),
    );
  });
  return (
    <Row>
      <span>{t('episodes.list.rating', { date, weight })}</span>
      <Button
        kind="plain"
        label={t('episodes.rate.takeBackOf', { date })}
        onPress={() => void takeBack.run()}
        isBusy={takeBack.busy}
      >
        {t('episodes.rate.takeBack')}
      </Button>
      <FailureNotice error={takeBack.error} />
    </Row>
  );
}

/** Asked again because a chosen day has come: an answer, or not today. */
export function AskedAgain({ item }: { item: string }) {
  const { t } = useText();
  const notToday = useAction(() => call('episodes.notToday', { item }));
  return (
    <Stack gap="close">
      <WeightForm
        item={item}
        onKept={() => undefined}
        leave={
          <Button onPress={() => void notToday.run()} isBusy={notToday.busy}>
            {t('episodes.asked.notToday')}
          </Button>
        }
      />
      <FailureNotice error={notToday.error} />
    </Stack>
  );
}

/** Said unasked, at any time; what was asked stays asked unless its day has come. */
export function WeightNow({ item, time }: { item: string; time: string }) {
  const { t } = useText();
  const form = useOpening();
  if (!form.isOpen) {
    return (
      <Button
        kind="plain"
        label={t('episodes.rate.openOf', { time })}
        autoFocus={form.wasLeft}
        onPress={form.open}
      >
        {t('episodes.rate.open')}
      </Button>
    );
  }
  return (
    <WeightForm
      item={item}
      takesFocus
      onKept={form.leave}
      leave={<Button onPress={form.leave}>{t('common.notNow')}</Button>}
    />
  );
}

function WeightForm(props: {
  item: string;
  onKept: () => void;
  /** The way out without an answer. */
  leave: ReactNode;
  takesFocus?: boolean;
}) {
  const { t } = useText();
  const { item, takesFocus = false } = props;
  const [weight, setWeight] = useState<number | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  const keep = useAction(async () => {
    if (weight === null) return;
    const { at } = await call('episodes.rate', { item, weight, at: null });
    toast(t('episodes.rate.kept'), () => void call('episodes.unrate', { item, at }).catch(() => undefined));
    props.onKept();
  });
  return (
    <div ref={form}>
      <Stack gap="close">
        <WeightField value={weight} onChange={setWeight} />
        <Row>
          <Button onPress={() => void keep.run()} isDisabled={weight === null} isBusy={keep.busy}>
            {t('episodes.keep')}
          </Button>
          {props.leave}
        </Row>
        <FailureNotice error={keep.error} />
      </Stack>
    </div>
  );
}
