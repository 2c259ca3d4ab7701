import type { EpisodeView } from '../../../shared/contract/episodes.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { type AskAgain, askAgainAnswers } from '../../../shared/model/askAgain.ts';
import { type EpisodeKind, episodeKinds, weightEnd } from '../../../shared/model/episode.ts';
import { useText } from '../../i18n.ts';
import { Choices, Scale, TextArea } from '../../ui/index.ts';

export type EpisodeDraft = Omit<Input<'episodes.save'>, 'item'>;

/** What of a kept episode is typed and can be typed anew. */
export function draftOf(episode: EpisodeView): EpisodeDraft {
  const {
    item: _,
    askNow: __,
    ratings: ___,
    carriedTo: ____,
    saidOn: _____,
    askFrom: ______,
    ...typed
  } = episode;
  return typed;
}

export function isEmptyEpisode(draft: EpisodeDraft): boolean {
  return draft.what.trim() === '';
}

export type Fields = {
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

export function WeightField(props: {
  value: number | null;
  onChange: (weight: number | null) => void;
  /** How heavy it is now, or how it was when it was noted. */
  label?: string;
}) {
  const { t } = useText();
  return (
    <Scale
      label={props.label ?? t('episodes.weight.label')}
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

/** The quick question: which is nearest, one of them. */
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

export function AskAgainField({ draft, change }: Fields) {
  const { t } = useText();
  // What is left of a longer choice stands there while it is what holds, and is not one to be made.
  const offered = draft.askAgain === 'fourTwelve' ? [...askAgainAnswers, draft.askAgain] : askAgainAnswers;
  return (
    <Choices<AskAgain>
      label={t('episodes.again.label')}
      value={draft.askAgain}
      onChange={(askAgain) => change({ askAgain })}
      options={offered.map((value) => ({ value, label: t(`episodes.again.${value}`) }))}
    />
  );
}
