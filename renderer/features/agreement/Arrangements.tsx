import { useState } from 'react';
import { type ArrangementGroup, arrangementGroups } from '../../../shared/model/agreement.ts';
import type { AgreementView } from '../../../shared/model/agreementView.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Disclosure, Quiet, Row, Stack } from '../../ui/index.ts';
import { draftsOfKind, useAgreement } from './agreementContext.ts';
import { ArrangementsForm } from './ArrangementsForm.tsx';
import { ArrangementTable } from './ArrangementTable.tsx';
import { SayTheSame, whatToSayTheSame } from './SayTheSame.tsx';

const folded = ['meeting', 'record', 'safety', 'ground'] as const satisfies readonly ArrangementGroup[];

/** What each says about when, where and how; folded beyond the first few. */
export function Arrangements() {
  const { t } = useText();
  const { page, other, otherName, isSigned } = useAgreement();
  const [isWriting, setWriting] = useState(false);
  const [isSaying, setSaying] = useState(false);
  const [draft] = draftsOfKind(page, 'arrangements');
  const mine = page.view.said.arrangements[page.me];
  const hasTheirs = page.view.said.arrangements[other] !== null && whatToSayTheSame(page).length > 0;
  return (
    <Card title={t('agreement.arrangements.title')}>
      <Quiet>{t('agreement.arrangements.help')}</Quiet>
      {isWriting && !isSigned ? (
        <ArrangementsForm onClose={() => setWriting(false)} />
      ) : (
        <Stack>
          <ArrangementsRead view={page.view} names={page.names} />
          {isSigned ? null : (
            <Row>
              {hasTheirs ? (
                <Button onPress={() => setSaying(true)}>
                  {t('agreement.same.open', { name: otherName })}
                </Button>
              ) : null}
              <Button onPress={() => setWriting(true)}>
                {t(
                  mine === null && draft === undefined
                    ? 'agreement.arrangements.write'
                    : 'agreement.arrangements.change',
                )}
              </Button>
              {draft === undefined ? null : (
                <Quiet small>{t(draft.shown ? 'agreement.onlyYouChanges' : 'agreement.onlyYou')}</Quiet>
              )}
            </Row>
          )}
        </Stack>
      )}
      {isSaying ? <SayTheSame onClose={() => setSaying(false)} /> : null}
    </Card>
  );
}

function ArrangementsRead(props: { view: AgreementView; names: { supervisee: string; supervisor: string } }) {
  const { t } = useText();
  const { view, names } = props;
  return (
    <Stack>
      <ArrangementTable
        title={t('agreement.group.basics')}
        view={view}
        names={names}
        keys={[...arrangementGroups.basics, 'reviewOn']}
      />
      <Disclosure title={t('agreement.arrangements.more')}>
        <Stack gap="loose">
          {folded.map((group) => (
            <ArrangementTable
              key={group}
              title={t(`agreement.group.${group}`)}
              view={view}
              names={names}
              keys={arrangementGroups[group]}
            />
          ))}
          <PolicyRead view={view} names={names} />
        </Stack>
      </Disclosure>
    </Stack>
  );
}

export function PolicyRead(props: {
  view: AgreementView;
  names: { supervisee: string; supervisor: string };
}) {
  const { t } = useText();
  const { view, names } = props;
  return (['supervisee', 'supervisor'] as const).map((role) =>
    view.policyRead[role] ? (
      <p key={role}>{t('agreement.arrangements.hasRead', { name: names[role] })}</p>
    ) : null,
  );
}
