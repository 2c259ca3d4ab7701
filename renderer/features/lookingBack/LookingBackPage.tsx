import { Suspense } from 'react';
import { useText } from '../../i18n.ts';
import { EmptyState, Page, Stack } from '../../ui/index.ts';
import { slots } from '../index.ts';

/** Patterns over time, for the person themselves. Nothing here is sent, scored or compared with anyone. */
export function LookingBackPage() {
  const { t } = useText();
  return (
    <Page title={t('lookingBack.title')} lead={t('lookingBack.lead')}>
      {slots.onLookingBack.length === 0 ? (
        <EmptyState>
          <p>{t('lookingBack.empty')}</p>
        </EmptyState>
      ) : null}
      <Stack gap="loose">
        {slots.onLookingBack.map(({ key, Part }) => (
          <Suspense key={key}>
            <Part />
          </Suspense>
        ))}
      </Stack>
    </Page>
  );
}
