import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { GoLink, Loaded, Page } from '../../ui/index.ts';
import { PracticeFrame } from './PracticeFrame.tsx';
import { RehearsalTalk } from './RehearsalTalk.tsx';

/** One rehearsal, from beginning to what it left. */
export function RehearsalPage({ id }: { id: string }) {
  const { t } = useText();
  const rehearsal = useCall('practice.get', { item: id });
  return (
    <Page
      title={t('practice.title')}
      above={
        <GoLink to="practice" with={{}}>
          {t('practice.back')}
        </GoLink>
      }
    >
      <PracticeFrame>
        <Loaded call={rehearsal}>{(value) => <RehearsalTalk key={id} rehearsal={value} />}</Loaded>
      </PracticeFrame>
    </Page>
  );
}
