import { chooseKinds, episodeKinds, episodeObstacles, saidAnswers } from '../../../shared/model/episode.ts';
import { useText } from '../../i18n.ts';
import { Choices, Disclosure, Several, Stack, TextArea, TextField } from '../../ui/index.ts';
import type { EpisodeDraft, Fields } from './EpisodeFields.tsx';
import { PeopleField } from './PeopleField.tsx';

/** Everything else that may be said of an episode: free words first, the rest folded until wanted or said. */
export function MoreFields(fields: Fields) {
  const { t } = useText();
  const { draft, change } = fields;
  const isSaid = (...names: WordsName[]) => names.some((name) => draft[name] !== '');
  return (
    <Stack>
      <WordsField {...fields} name="more" />
      <Stack gap="close">
        <Disclosure title={t('episodes.group.stake')} startsOpen={isSaid('stake', 'wanted', 'done')}>
          <Stack>
            <WordsField {...fields} name="stake" />
            <WordsField {...fields} name="wanted" />
            <WordsField {...fields} name="done" />
          </Stack>
        </Disclosure>
        <Disclosure title={t('episodes.group.kinds')} startsOpen={draft.kinds.length > 1}>
          <Several
            label={t('episodes.group.kinds')}
            hideLabel
            description={t('episodes.group.kindsHelp')}
            value={draft.kinds}
            onChange={(kinds) => change({ kinds: chooseKinds(draft.kinds, kinds) })}
            options={episodeKinds.map((value) => ({ value, label: t(`episodes.kind.${value}`) }))}
          />
        </Disclosure>
        <Disclosure
          title={t('episodes.more.obstacles')}
          startsOpen={draft.obstacles.length > 0 || isSaid('obstacleWords')}
        >
          <Obstacles {...fields} />
        </Disclosure>
        <Disclosure title={t('episodes.more.said')} startsOpen={draft.said !== null || isSaid('saidTo')}>
          <Saying {...fields} />
        </Disclosure>
        <Disclosure
          title={t('episodes.group.people')}
          startsOpen={draft.people.length > 0 || isSaid('supportAsked', 'supportGiven', 'organisationAsk')}
        >
          <Stack>
            <PeopleField {...fields} />
            <WordsField {...fields} name="supportAsked" />
            <WordsField {...fields} name="supportGiven" />
            <WordsField
              {...fields}
              name="organisationAsk"
              description={t('episodes.more.organisationAskHelp')}
            />
          </Stack>
        </Disclosure>
      </Stack>
    </Stack>
  );
}

function Obstacles({ draft, change }: Fields) {
  const { t } = useText();
  return (
    <Stack>
      <Several
        label={t('episodes.more.obstacles')}
        hideLabel
        value={draft.obstacles}
        onChange={(obstacles) => change({ obstacles })}
        options={episodeObstacles.map((value) => ({ value, label: t(`episodes.obstacle.${value}`) }))}
      />
      {draft.obstacles.includes('other') || draft.obstacleWords !== '' ? (
        <TextField
          label={t('episodes.more.obstacleWords')}
          optional
          value={draft.obstacleWords}
          onChange={(obstacleWords) => change({ obstacleWords })}
          maxLength={2_000}
        />
      ) : null}
    </Stack>
  );
}

function Saying({ draft, change }: Fields) {
  const { t } = useText();
  return (
    <Stack gap="close">
      <Choices
        label={t('episodes.more.said')}
        hideLabel
        value={draft.said}
        onChange={(said) => change({ said })}
        options={saidAnswers.map((value) => ({ value, label: t(`episodes.said.${value}`) }))}
        clear={{ label: t('episodes.weight.clear'), onClear: () => change({ said: null }) }}
      />
      <TextField
        label={t(draft.said === 'couldNot' ? 'episodes.more.saidToWouldBe' : 'episodes.more.saidTo')}
        description={t('episodes.more.saidToHelp')}
        optional
        value={draft.saidTo}
        onChange={(saidTo) => change({ saidTo })}
        maxLength={500}
      />
    </Stack>
  );
}

const longest = {
  more: 20_000,
  stake: 20_000,
  wanted: 20_000,
  done: 20_000,
  supportAsked: 5_000,
  supportGiven: 5_000,
  organisationAsk: 5_000,
} as const satisfies Partial<Record<keyof EpisodeDraft, number>>;
type WordsName = keyof typeof longest | 'obstacleWords' | 'saidTo';

function WordsField(props: Fields & { name: keyof typeof longest; description?: string }) {
  const { t } = useText();
  const { draft, change, name } = props;
  return (
    <TextArea
      label={t(`episodes.more.${name}`)}
      description={props.description}
      value={draft[name]}
      onChange={(words) => change({ [name]: words })}
      maxLength={longest[name]}
      writing
      short={name !== 'more'}
    />
  );
}
