import { type ReactNode, Suspense, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { type PastRange, pastRanges } from '../../../shared/model/lookingBack.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Choices, Disclosure, Loaded, Page, Stack } from '../../ui/index.ts';
import { slots } from '../index.ts';
import { FloorChart } from './FloorChart.tsx';
import { FloorSentence } from './FloorSentence.tsx';
import { ImpactChart } from './ImpactChart.tsx';
import { KindsCharts } from './KindsCharts.tsx';
import { lookBack } from './lookBack.ts';
import styles from './LookingBack.module.css';
import { PrintLookingBack } from './PrintLookingBack.tsx';
import { SaidChart } from './SaidChart.tsx';
import { WeightsChart } from './WeightsChart.tsx';

/** Patterns over time, for the person themselves. Nothing here is sent, scored or compared with anyone. */
export function LookingBackPage() {
  const { t } = useText();
  const past = useCall('lookingBack.get', {});
  return (
    <Page title={t('lookingBack.title')} lead={t('lookingBack.lead')}>
      <Stack gap="loose">
        <Loaded call={past}>{(found) => <Own past={found} />}</Loaded>
        {slots.onLookingBack.map(({ key, Part }) => (
          <Suspense key={key}>
            <Part />
          </Suspense>
        ))}
      </Stack>
    </Page>
  );
}

function Own({ past }: { past: Output<'lookingBack.get'> }) {
  const { t } = useText();
  const [range, setRange] = useState<PastRange>('year');
  if (past.moments.length === 0 && past.episodes.length === 0) return <p>{t('lookingBack.empty')}</p>;
  const view = lookBack(past, range);
  return (
    <Stack gap="loose">
      <div className={styles.onScreen}>
        <Choices
          label={t('lookingBack.range')}
          value={range}
          onChange={setRange}
          options={pastRanges.map((value) => ({ value, label: t(`lookingBack.range.${value}`) }))}
        />
        <PrintLookingBack />
      </div>
      <Card title={t('lookingBack.impact')}>
        <ImpactChart key={range} view={view} />
      </Card>
      <Card title={t('lookingBack.weights')}>
        <Stack>
          <WeightsChart key={range} view={view} />
          <FloorSentence past={past} />
          <Fold title={t('lookingBack.floor')} level={3}>
            <FloorChart key={range} view={view} />
          </Fold>
        </Stack>
      </Card>
      <Card>
        <Fold title={t('lookingBack.kinds')}>
          <KindsCharts key={range} view={view} />
        </Fold>
      </Card>
      <Card>
        <Fold title={t('lookingBack.said')}>
          <SaidChart key={range} view={view} />
        </Fold>
      </Card>
    </Stack>
  );
}

/** A chart that is drawn once it is wanted. */
function Fold(props: { title: string; level?: 2 | 3; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure title={props.title} level={props.level ?? 2} isOpen={isOpen} onToggle={setOpen}>
      {isOpen ? props.children : null}
    </Disclosure>
  );
}
