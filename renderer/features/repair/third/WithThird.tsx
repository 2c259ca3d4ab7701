import { useState } from 'react';
import type { ThirdOfRepair } from '../../../../shared/contract/facilitations.ts';
import type { RepairView } from '../../../../shared/contract/ruptures.ts';
import { useCall } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Button, FailureNotice, GoLink, Quiet, Row, Stack } from '../../../ui/index.ts';
import { MySuggestion } from './MySuggestion.tsx';
import { SuggestThird } from './SuggestThird.tsx';
import { TheirSuggestion } from './TheirSuggestion.tsx';

/** Whom the two ask to come to this repair, from a suggestion to the place for the three. Absent while there is nothing to do or to read. */
export function WithThird({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { rupture } = repair;
  const third = useCall('thirds.ofRepair', { rupture });
  const [isSuggesting, setSuggesting] = useState(false);
  const { value } = third;
  if (value === undefined) return <FailureNotice error={third.error} />;
  const { isOpen, mine, theirs, spaces } = value;
  const isNothing = mine === null && theirs === null && spaces.length === 0;
  if (isNothing && !isOpen) return null;
  const hasSpace = spaces.some((one) => one.endedAt === null);
  const maySuggest = isOpen && !hasSpace && (mine === null || mine.space !== null);
  return (
    <Stack gap="close">
      <h2>{t('third.title')}</h2>
      <Quiet>{t('third.lead')}</Quiet>
      {theirs === null ? null : <TheirSuggestion rupture={rupture} third={value} suggestion={theirs} />}
      {mine === null ? null : <MySuggestion rupture={rupture} third={value} suggestion={mine} />}
      <Spaces third={value} />
      {maySuggest && isSuggesting ? (
        <SuggestThird rupture={rupture} third={value} onClose={() => setSuggesting(false)} />
      ) : null}
      {maySuggest && !isSuggesting ? (
        <Row>
          <Button onPress={() => setSuggesting(true)}>{t('third.suggest.open')}</Button>
        </Row>
      ) : null}
    </Stack>
  );
}

function Spaces({ third }: { third: ThirdOfRepair }) {
  const { t, formatDate } = useText();
  return third.spaces.map(({ space, facilitator, endedAt }) => (
    <Stack key={space} gap="close">
      <Row>
        <span>{t('third.space.with', { person: facilitator })}</span>
        <GoLink to="facilitated" with={{ id: space }}>
          {t('third.space.open')}
        </GoLink>
      </Row>
      <Quiet small>
        {endedAt === null ? t('third.space.rest') : t('third.space.ended', { date: formatDate(endedAt) })}
      </Quiet>
    </Stack>
  ));
}
