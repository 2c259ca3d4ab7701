import type { PlaceView } from '../../../shared/model/sessionView.ts';
import { stances } from '../../../shared/model/session.ts';
import { call, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Choices, FailureNotice, Notice, Quiet, Stack } from '../../ui/index.ts';
import { otherRole, useSession } from './sessionContext.ts';

type Stance = (typeof stances)[number];

/** How each sees the topic: my own answer, none preset, and the other's only once they gave it. */
export function Stances(props: { place: string; view: PlaceView }) {
  const { t } = useText();
  const { page, isSigned, nameOf, typingFor } = useSession();
  const { place, view } = props;
  const other = otherRole(page.me);
  const answer = useChoice((stance: Stance | null) =>
    call('sessions.answer', { session: page.session, place, stance }),
  );
  const mine = view.stances[page.me];
  const theirs = view.stances[other];
  return (
    <Stack gap="close">
      {isSigned ? (
        mine === null ? null : (
          <SaidStance name={nameOf(page.me)} stance={mine} />
        )
      ) : typingFor === page.me ? (
        <Choices<Stance>
          label={t('sessions.stance.label')}
          value={mine}
          atOnce
          onChange={(stance) => void answer.run(stance)}
          options={stances.map((stance) => ({ value: stance, label: t(`sessions.stance.${stance}`) }))}
          clear={{ label: t('sessions.stance.clear'), onClear: () => void answer.run(null) }}
        />
      ) : (
        <Quiet>{t('sessions.stance.ownVault', { name: nameOf(other) })}</Quiet>
      )}
      {theirs === null ? null : <SaidStance name={nameOf(other)} stance={theirs} />}
      {view.standing === 'differ' ? (
        <Notice>{t(mine === 'differ' ? 'sessions.stance.youDiffer' : 'sessions.stance.bothStay')}</Notice>
      ) : null}
      <FailureNotice error={answer.error} />
    </Stack>
  );
}

function SaidStance(props: { name: string; stance: Stance }) {
  const { t } = useText();
  return (
    <p>{t('sessions.stance.said', { name: props.name, stance: t(`sessions.stance.${props.stance}`) })}</p>
  );
}
