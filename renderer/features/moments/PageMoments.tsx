import { useState } from 'react';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Loaded, Row, Stack } from '../../ui/index.ts';
import { CheckIn } from './CheckIn.tsx';
import { MomentCard } from './MomentCard.tsx';

/** How it was, noted on a private page: what was said there, and a way to say more. */
export function PageMoments({ page }: { page: string }) {
  const { t } = useText();
  const onPage = useCall('moments.list', { page });
  const [isCheckingIn, setCheckingIn] = useState(false);
  if (isCheckingIn) return <CheckIn page={page} onDone={() => setCheckingIn(false)} />;
  return (
    <Stack gap="close">
      <Loaded call={onPage}>
        {({ moments }) =>
          moments.length === 0 ? null : (
            <>
              <h2>{t('moments.list.moment')}</h2>
              {moments.map((moment) => (
                <MomentCard key={moment.item} moment={moment} isOnItsPage />
              ))}
            </>
          )
        }
      </Loaded>
      <Row>
        <Button onPress={() => setCheckingIn(true)}>{t('moments.checkIn.open')}</Button>
      </Row>
    </Stack>
  );
}
