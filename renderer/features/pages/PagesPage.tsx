import { useState } from 'react';
import { call, useAction, useCall } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, DateField, FailureNotice, GoLink, Page } from '../../ui/index.ts';
import { BringAndTake } from './BringAndTake.tsx';
import { PageList } from './PageList.tsx';
import { RecentlyDeleted } from './RecentlyDeleted.tsx';

/** Private writing, newest by its own date first. */
export function PagesPage() {
  const { t } = useText();
  const [upTo, setUpTo] = useState<string | null>(null);
  const newest = useCall('pages.list', { before: null, upTo: null, limit: 1 });
  const hasPages = (newest.value?.pages.length ?? 0) > 0;
  const write = useAction(async () => {
    const { item } = await call('pages.create', { date: todayDate(), promptSet: null });
    go('page', { id: item });
  });
  return (
    <Page
      title={t('pages.title')}
      lead={t('pages.private')}
      action={
        <Button kind="primary" onPress={() => void write.run()} isBusy={write.busy}>
          {t('pages.write')}
        </Button>
      }
    >
      <FailureNotice error={write.error} />
      {hasPages ? <DateField label={t('pages.upTo')} value={upTo} onChange={setUpTo} /> : null}
      <p>
        <GoLink to="meetings" with={{}}>
          {t('meetings.title')}
        </GoLink>
      </p>
      <PageList key={upTo ?? ''} upTo={upTo} />
      <RecentlyDeleted />
      <BringAndTake />
    </Page>
  );
}
