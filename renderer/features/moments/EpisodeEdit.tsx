import { useRef } from 'react';
import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import { useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Row, SavedState, Stack } from '../../ui/index.ts';
import { AskAgainField, draftOf, isEmptyEpisode, WeightField, WhatField } from './EpisodeFields.tsx';
import { MoreFields } from './EpisodeMore.tsx';
import { leadsToRefused } from '../../kept/refused.ts';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import { WhenField } from './WhenField.tsx';

/** All of an episode at once, to change it later. */
export function EpisodeEdit(props: { episode: EpisodeView; onDone: () => void }) {
  const { t } = useText();
  const { item } = props.episode;
  const { draft, change, autosave } = useKeptRecord({
    method: 'episodes.save',
    item,
    initial: draftOf(props.episode),
    // Emptied here, what happened stays as it was: deleting has a button of its own, with undo.
    isEmpty: () => false,
    toInput: (item, draft) => ({
      ...draft,
      what: isEmptyEpisode(draft) ? props.episode.what : draft.what,
      item,
    }),
  });
  const form = useRef<HTMLDivElement>(null);
  const done = useAction(async () => {
    const isRefused = leadsToRefused(form.current);
    if ((await autosave.flush()) && !isRefused) props.onDone();
  });
  const fields = { draft, change };
  return (
    <Card title={t('episodes.edit.title')}>
      <div ref={form}>
        <Stack>
          <WhatField {...fields} autoFocus error={isEmptyEpisode(draft) ? t('episodes.what.needed') : null} />
          <WeightField
            label={t('episodes.weight.then')}
            value={draft.weight}
            onChange={(weight) => change({ weight })}
          />
          <MoreFields {...fields} />
          <WhenField
            label={t('moments.checkIn.when')}
            at={draft.at}
            onChange={(at) => change({ at })}
            until={firstSaidLater(props.episode)}
          />
          <AskAgainField {...fields} />
          <FailureNotice error={done.error} />
          <Row>
            <Button kind="primary" onPress={() => void done.run()} isBusy={done.busy}>
              {t('common.done')}
            </Button>
            <SavedState autosave={autosave} />
          </Row>
        </Stack>
      </div>
    </Card>
  );
}

/** The first instant at which something was said of it later; null when nothing was. */
function firstSaidLater({ ratings, saidOn }: EpisodeView): string | null {
  const endOfDay = saidOn === null ? null : new Date(`${saidOn}T23:59:59.999`).toISOString();
  const all = [ratings[0]?.at ?? null, endOfDay].filter((instant) => instant !== null);
  return all.sort()[0] ?? null;
}
