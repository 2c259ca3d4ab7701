import { useState } from 'react';
import type { SuggestionView, ThirdOfRepair } from '../../../../shared/contract/facilitations.ts';
import { call, useAction } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Button, Card, FailureNotice, Quiet, Row, Stack } from '../../../ui/index.ts';
import { ComeIn } from './ComeIn.tsx';

/** Whom the other suggests. There is a yes and no "no": left as it is, it says nothing. */
export function TheirSuggestion(props: {
  rupture: string;
  third: ThirdOfRepair;
  suggestion: SuggestionView;
}) {
  const { t } = useText();
  const { rupture, third, suggestion } = props;
  const sayYes = useAction(() => call('thirds.sayYes', { rupture, hash: suggestion.hash }));
  const takeBack = useAction(() => call('thirds.takeBack', { rupture, what: 'yes' }));
  const [isComing, setComing] = useState(false);
  if (suggestion.space !== null) return null;
  const person = suggestion.person.name;
  const name = third.otherName;
  const { isAgreed } = suggestion;
  const { invitation, isOpen } = third;
  return (
    <Card>
      <Stack>
        <p>{t(textOf(isAgreed, invitation !== null), { name, person })}</p>
        {suggestion.person.known === 'joined' ? null : (
          <Quiet>{t('third.theirs.introduced', { name, person })}</Quiet>
        )}
        {isAgreed ? null : <Quiet>{t('third.theirs.leave')}</Quiet>}
        {invitation !== null && isComing ? (
          <ComeIn invite={invitation.invite} />
        ) : (
          <Row>
            {isOpen && !isAgreed ? (
              <Button onPress={() => void sayYes.run()} isBusy={sayYes.busy}>
                {t('third.theirs.yes', { person })}
              </Button>
            ) : null}
            {isOpen && invitation !== null ? (
              <Button kind="primary" onPress={() => setComing(true)}>
                {t('third.comeIn')}
              </Button>
            ) : null}
            {isAgreed ? (
              <Button onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
                {t('third.theirs.takeBack')}
              </Button>
            ) : null}
          </Row>
        )}
        <FailureNotice error={sayYes.error ?? takeBack.error} />
      </Stack>
    </Card>
  );
}

function textOf(isAgreed: boolean, isInvited: boolean) {
  if (!isAgreed) return 'third.theirs.suggests' as const;
  return isInvited ? ('third.theirs.invited' as const) : ('third.theirs.saidYes' as const);
}
