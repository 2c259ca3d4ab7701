import type { Rehearsal } from '../../../shared/contract/practice.ts';
import { type Scenario, scenarios } from '../../../shared/reflection/practice.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Card, FailureNotice, GoLink, Loaded, Page, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './Practice.module.css';
import { PracticeFrame } from './PracticeFrame.tsx';

/** Rehearsing with somebody who does not exist, before talking with somebody who does. */
export function PracticePage() {
  const { t } = useText();
  const list = useCall('practice.list', {});
  return (
    <Page
      title={t('practice.title')}
      lead={t('practice.lead')}
      above={
        <GoLink to="repair" with={{}}>
          {t('ruptures.back')}
        </GoLink>
      }
    >
      <PracticeFrame>
        <Stack gap="close">
          <h2>{t('practice.choose')}</h2>
          <div className={styles.scenarios}>
            {scenarios.map((scenario) => (
              <Begin key={scenario} scenario={scenario} />
            ))}
          </div>
        </Stack>
        <Loaded call={list}>{({ rehearsals }) => <Begun rehearsals={rehearsals} />}</Loaded>
      </PracticeFrame>
    </Page>
  );
}

function Begin({ scenario }: { scenario: Scenario }) {
  const { t } = useText();
  const name = t(`practice.scenario.${scenario}.name`);
  const start = useAction(async () => {
    const { item } = await call('practice.start', { scenario });
    go('rehearsal', { id: item });
  });
  return (
    <Card title={name} level={3}>
      <p>{t(`practice.scenario.${scenario}.about`)}</p>
      <FailureNotice error={start.error} />
      <Row>
        <Button
          label={t('practice.start.label', { name })}
          onPress={() => void start.run()}
          isBusy={start.busy}
        >
          {t('practice.start')}
        </Button>
      </Row>
    </Card>
  );
}

function Begun({ rehearsals }: { rehearsals: readonly Rehearsal[] }) {
  const { t, formatDate } = useText();
  return (
    <Stack gap="close">
      <h2>{t('practice.kept.title')}</h2>
      {rehearsals.length === 0 ? <Quiet>{t('practice.kept.none')}</Quiet> : null}
      {rehearsals.map(({ item, scenario, startedAt }) => (
        <Row key={item}>
          <GoLink to="rehearsal" with={{ id: item }}>
            {t('practice.kept.open', { name: t(`practice.scenario.${scenario}.name`) })}
          </GoLink>
          <Quiet small>{t('practice.kept.started', { date: formatDate(startedAt) })}</Quiet>
        </Row>
      ))}
    </Stack>
  );
}
