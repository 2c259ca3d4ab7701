import { useText } from '../../i18n.ts';
import { MomentsHere } from './MomentsHere.tsx';

/** How it was, noted on a private page. */
export function PageMoments({ page }: { page: string }) {
  const { t } = useText();
  return <MomentsHere page={page} title={t('moments.list.moment')} />;
}
