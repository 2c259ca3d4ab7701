import { useText } from '../../i18n.ts';
import { Card, GoLink, Quiet } from '../../ui/index.ts';

/** The way to the list of what was given and signed. */
export function LedgerSettings() {
  const { t } = useText();
  return (
    <Card title={t('ledger.settings.title')}>
      <Quiet>{t('ledger.settings.help')}</Quiet>
      <p>
        <GoLink to="ledger" with={{}}>
          {t('ledger.open')}
        </GoLink>
      </p>
    </Card>
  );
}
