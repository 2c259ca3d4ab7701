import { useText } from '../../i18n.ts';
import { Disclosure, Quiet, Stack } from '../../ui/index.ts';
import { MomentsHere } from './MomentsHere.tsx';

/** How a topic of a session was for me: private, and folded, so that nothing stands open when somebody looks over. */
export function TopicMoments({ topic }: { topic: string }) {
  const { t } = useText();
  return (
    <Disclosure title={t('moments.topic.title')} level={3}>
      <Stack gap="close">
        <Quiet small>{t('moments.checkIn.onlyYou')}</Quiet>
        <MomentsHere topic={topic} />
      </Stack>
    </Disclosure>
  );
}
