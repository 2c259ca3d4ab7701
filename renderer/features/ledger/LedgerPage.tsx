import { useText } from '../../i18n.ts';
import { GoLink, Page } from '../../ui/index.ts';
import { LedgerFiles } from './LedgerFiles.tsx';
import { LedgerLines } from './LedgerLines.tsx';
import { LedgerTrust } from './LedgerTrust.tsx';

/** What left this vault and what binds its owner, in order, and whether that list is unchanged. */
export function LedgerPage() {
  const { t } = useText();
  return (
    <Page
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      above={
        <GoLink to="settings" with={{}}>
          {t('ledger.back')}
        </GoLink>
      }
    >
      <LedgerTrust />
      <LedgerLines />
      <LedgerFiles />
    </Page>
  );
}
