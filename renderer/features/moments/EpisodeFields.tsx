import type { Input } from '../../../shared/contract/index.ts';
import {
  type AskAgain,
  askAgainAnswers,
  type EpisodeKind,
  episodeKinds,
  episodeObstacles,
  saidAnswers,
  weightEnd,
} from '../../../shared/model/episode.ts';
import { useText } from '../../i18n.ts';
import { Choices, Scale, Several, Stack, TextArea } from '../../ui/index.ts';

export type EpisodeDraft = Omit<Input<'episodes.save'>, 'item'>;

export const emptyEpisode: EpisodeDraft = {
  at: null,
  what: '',
  weight: null,
  kinds: [],
  obstacles: [],
  said: null,
  more: '',
  askAgain: 'never',
};

export function isEmptyEpisode(draft: EpisodeDraft): boolean {
  return draft.what.trim() === '';
}

type Fields = {
  readonly draft: EpisodeDraft;
  readonly change: (part: Partial<EpisodeDraft>) => void;
};

export function WhatField({
  draft,
  change,
  error,
  autoFocus,
}: Fields & { error?: string | null; autoFocus?: boolean }) {
  const { t } = useText();
  return (
    <TextArea
      label={t('episodes.what.label')}
      value={draft.what}
      onChange={(what) => change({ what })}
      error={error}
      maxLength={20_000}
      writing
      {...(autoFocus ? { autoFocus: true } : {})}
    />
  );
}

export function WeightField(props: { value: number | null; onChange: (weight: number | null) => void }) {
  const { t } = useText();
  return (
    <Scale
      label={t('episodes.weight.label')}
      value={props.value}
      onChange={props.onChange}
      min={0}
      max={weightEnd}
      minLabel={t('episodes.weight.min')}
      maxLabel={t('episodes.weight.max')}
      clear={{ label: t('episodes.weight.clear'), onClear: () => props.onChange(null) }}
    />
  );
}

export function KindField({ draft, change }: Fields) {
  const { t } = useText();
  return (
    <Choices<EpisodeKind>
      label={t('episodes.kind.label')}
      layout="list"
      value={draft.kinds[0] ?? null}
      onChange={(kind) => change({ kinds: [kind] })}
      options={episodeKinds.map((kind) => ({ value: kind, label: t(`episodes.kind.${kind}`) }))}
      clear={{ label: t('episodes.weight.clear'), onClear: () => change({ kinds: [] }) }}
    />
  );
}

export function MoreFields({ draft, change }: Fields) {
  const { t } = useText();
  return (
    <Stack>
      <Several
        label={t('episodes.more.obstacles')}
        value={draft.obstacles}
        onChange={(obstacles) => change({ obstacles })}
        options={episodeObstacles.map((value) => ({ value, label: t(`episodes.obstacle.${value}`) }))}
      />
      <Choices
        label={t('episodes.more.said')}
        value={draft.said}
        onChange={(said) => change({ said })}
        options={saidAnswers.map((value) => ({ value, label: t(`episodes.said.${value}`) }))}
        clear={{ label: t('episodes.weight.clear'), onClear: () => change({ said: null }) }}
      />
      <TextArea
        label={t('episodes.more.words')}
        value={draft.more}
        onChange={(more) => change({ more })}
        maxLength={20_000}
        writing
      />
    </Stack>
  );
}

export function AskAgainField({ draft, change }: Fields) {
  const { t } = useText();
  return (
    <Choices<AskAgain>
      label={t('episodes.again.label')}
      value={draft.askAgain}
      onChange={(askAgain) => change({ askAgain })}
      options={askAgainAnswers.map((value) => ({ value, label: t(`episodes.again.${value}`) }))}
    />
  );
}
