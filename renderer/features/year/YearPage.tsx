import { useState } from 'react';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, EmptyState, GoLink, Loaded, Page, Quiet, Stack } from '../../ui/index.ts';
import { AskedOfMe } from './AskedOfMe.tsx';
import { ChooseDialog } from './ChooseDialog.tsx';
import { ChosenLine } from './ChosenLine.tsx';
import { Reviews } from './Reviews.tsx';

/** The year: what others ask of me, the lines I chose, and the reviews they go into. */
export function YearPage() {
  const { t } = useText();
  const chosen = useCall('evidence.list', {});
  const [isChoosing, setChoosing] = useState(false);
  return (
    <Page
      title={t('frame.place.year')}
      lead={t('evidence.lead')}
      action={
        <Button kind="primary" onPress={() => setChoosing(true)}>
          {t('evidence.choose')}
        </Button>
      }
    >
      <AskedOfMe />
      <Card title={t('evidence.chosen.title')}>
        <Loaded call={chosen}>
          {({ lines }) =>
            lines.length === 0 ? (
              <EmptyState>{t('evidence.chosen.empty')}</EmptyState>
            ) : (
              <Stack gap="loose">
                {lines.map((line) => (
                  <ChosenLine key={line.evidence} line={line} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Card>
      <Reviews />
      <Card
        title={t('learning.title')}
        action={
          <GoLink to="learning" with={{}}>
            {t('learning.card.open')}
          </GoLink>
        }
      >
        <Quiet>{t('learning.card.text')}</Quiet>
      </Card>
      {isChoosing ? <ChooseDialog onClose={() => setChoosing(false)} /> : null}
    </Page>
  );
}
