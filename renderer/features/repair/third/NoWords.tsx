import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import { useText } from '../../../i18n.ts';
import { Quiet } from '../../../ui/index.ts';

/** A place without words: there is no hurry while it goes on, and nothing to wait for afterwards. */
export function NoWords({ page }: { page: FacilitationPage }) {
  const { t } = useText();
  return <Quiet>{t(page.endedAt === null ? 'ruptures.talking.notShown' : 'ruptures.none')}</Quiet>;
}
